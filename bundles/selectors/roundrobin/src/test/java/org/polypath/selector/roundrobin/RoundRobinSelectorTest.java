package org.polypath.selector.roundrobin;

import static org.assertj.core.api.Assertions.assertThat;

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

class RoundRobinSelectorTest {
  private static final IoRequest IO = new IoRequest(4096, 0, 0);

  private final RoundRobinSelector selector = new RoundRobinSelector();
  private final SelectorAlgorithm algorithm = selector.algorithm(List.of());

  @Test
  void theTableHoldsEachPathsRepeatCount() {
    List<RankedPath> paths = List.of(ranked("sda", 50), ranked("sdb", -1), ranked("sdc", 0));

    assertThat(selector.kernelName()).isEqualTo("round-robin");
    assertThat(selector.substitute()).isEmpty();
    assertThat(selector.arguments(new SelectorRequest(paths, List.of(), 128, false, 1)))
        .contains(counts("128", "128", "128"));
    assertThat(selector.arguments(new SelectorRequest(paths, List.of(), 10, true, 1)))
        .contains(counts("500", "10", "10"));
  }

  @Test
  void eachPathIsUsedInItsTurnHoweverBusyItIs() {
    List<PathLoad> paths = List.of(path("sda", 90), path("sdb", 0), path("sdc", 7));

    assertThat(choices(paths, 7)).containsExactly(0, 1, 2, 0, 1, 2, 0);
  }

  @Test
  void aRepeatCountAboveOneChangesNothing() {
    List<PathLoad> paths =
        List.of(
            new PathLoad("sda", List.of("100"), 0, 0), new PathLoad("sdb", List.of("100"), 0, 0));

    assertThat(choices(paths, 4)).containsExactly(0, 1, 0, 1);
  }

  @Test
  void aPathThatReturnsIsLast() {
    List<PathLoad> all = List.of(path("sda", 0), path("sdb", 0), path("sdc", 0));
    assertThat(choices(all, 1)).containsExactly(0);

    List<PathLoad> withoutSdb = List.of(all.get(0), all.get(2));
    assertThat(choices(withoutSdb, 3)).containsExactly(1, 0, 1);

    assertThat(choices(all, 4)).containsExactly(0, 2, 1, 0);
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

  private static PathLoad path(String name, int requests) {
    return new PathLoad(name, List.of("1"), requests, requests * 4096L);
  }
}
