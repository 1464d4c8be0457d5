package org.polypath.selector.queuelength;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.polypath.api.path.DeviceNumber;
import org.polypath.api.path.PathFacts;
import org.polypath.api.path.PathState;
import org.polypath.api.policy.RankedPath;
import org.polypath.api.selector.IoRequest;
import org.polypath.api.selector.PathLoad;
import org.polypath.api.selector.SelectorAlgorithm;
import org.polypath.api.selector.SelectorArguments;
import org.polypath.api.selector.SelectorRequest;

class QueueLengthSelectorTest {
  private static final IoRequest IO = new IoRequest(4096, 0, 0);

  private final QueueLengthSelector selector = new QueueLengthSelector();
  private final SelectorAlgorithm algorithm = selector.algorithm(List.of());

  @Test
  void theTableHoldsEachPathsRepeatCount() {
    List<RankedPath> paths = List.of(ranked("sda", 50), ranked("sdb", -1), ranked("sdc", 0));

    assertThat(selector.kernelName()).isEqualTo("queue-length");
    assertThat(selector.substitute()).contains("round-robin");
    assertThat(selector.arguments(new SelectorRequest(paths, List.of(), 128, false, 1)))
        .contains(counts("128", "128", "128"));
    assertThat(selector.arguments(new SelectorRequest(paths, List.of(), 10, true, 1)))
        .contains(counts("500", "10", "10"));
  }

  @Test
  void thePathWithTheFewestRequestsIsChosenWhateverTheirSize() {
    List<PathLoad> paths =
        List.of(path("sda", 3, 4096), path("sdb", 2, 1 << 30), path("sdc", 5, 512));

    assertThat(choices(paths, 3)).containsExactly(1, 1, 1);
  }

  @Test
  void equalPathsTakeTurns() {
    List<PathLoad> paths = List.of(path("sda", 1, 0), path("sdb", 9, 0), path("sdc", 1, 0));

    assertThat(choices(paths, 4)).containsExactly(0, 2, 0, 2);
  }

  @Test
  void aPathThatReturnsIsLast() {
    List<PathLoad> all = List.of(path("sda", 0, 0), path("sdb", 0, 0));
    assertThat(choices(List.of(all.get(1)), 1)).containsExactly(0);

    assertThat(choices(all, 3)).containsExactly(1, 0, 1);
  }

  @Test
  void requestsThatDoNotComeBackAreSpreadEvenly() {
    int[] requests = {6, 0, 0};
    for (int i = 0; i < 12; i++) {
      List<PathLoad> paths = new ArrayList<>();
      for (int path = 0; path < requests.length; path++) {
        paths.add(path("sd" + path, requests[path], 0));
      }
      requests[algorithm.select(paths, IO)]++;
    }

    assertThat(requests).containsExactly(6, 6, 6);
  }

  private List<Integer> choices(List<PathLoad> paths, int count) {
    return IntStream.range(0, count).mapToObj(i -> algorithm.select(paths, IO)).toList();
  }

  private static SelectorArguments counts(String... counts) {
    return new SelectorArguments(List.of(), Stream.of(counts).map(List::of).toList());
  }

  private static RankedPath ranked(String name, int priority) {
    return new RankedPath(
        PathFacts.named(name, new DeviceNumber(8, 0)).build(),
        PathState.UP,
        priority < 0 ? OptionalInt.empty() : OptionalInt.of(priority));
  }

  private static PathLoad path(String name, int requests, long bytes) {
    return new PathLoad(name, List.of("1"), requests, bytes);
  }
}
