package org.polypath.selector.ioaffinity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
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

class IoAffinitySelectorTest {
  private final IoAffinitySelector selector = new IoAffinitySelector();
  private final SelectorAlgorithm algorithm = selector.algorithm(List.of());

  @Test
  void processorsAreDealtOutToThePaths() {
    assertThat(selector.kernelName()).isEqualTo("io-affinity");
    assertThat(selector.substitute()).contains("service-time");
    assertThat(selector.arguments(request(2, 5))).contains(masks("15", "a"));
    assertThat(selector.arguments(request(3, 3))).contains(masks("1", "2", "4"));
    assertThat(selector.arguments(request(1, 8))).contains(masks("ff"));
  }

  @Test
  void morePathsThanProcessorsCannotBeServed() {
    assertThat(selector.arguments(request(3, 2))).isEmpty();
  }

  @Test
  void theProcessorsPathIsChosenHoweverBusyItIs() {
    List<PathLoad> paths = List.of(path("sda", "5", 90), path("sdb", "a", 0));

    assertThat(choices(paths, 0, 1, 2, 3, 0)).containsExactly(0, 1, 0, 1, 0);
  }

  @Test
  void withoutItsOwnPathTheOthersTakeTurns() {
    List<PathLoad> paths = List.of(path("sda", "1", 0), path("sdb", "2", 0));

    assertThat(choices(paths, 2, 0, 2, 2, 1)).containsExactly(0, 0, 1, 0, 1);
  }

  @Test
  void aPathWithoutAMaskServesWhereNobodyDoes() {
    List<PathLoad> paths =
        List.of(new PathLoad("sda", List.of(), 0, 0), path("sdb", "nonsense", 0));

    assertThat(choices(paths, 0, 0, 0)).containsExactly(0, 1, 0);
  }

  private List<Integer> choices(List<PathLoad> paths, int... processors) {
    return IntStream.of(processors)
        .mapToObj(processor -> algorithm.select(paths, new IoRequest(4096, processor, 0)))
        .toList();
  }

  private static SelectorArguments masks(String... masks) {
    return new SelectorArguments(
        List.of(), List.of(masks).stream().map(mask -> List.of(mask)).toList());
  }

  private static SelectorRequest request(int paths, int processors) {
    return new SelectorRequest(
        IntStream.range(0, paths)
            .mapToObj(
                index ->
                    new RankedPath(
                        PathFacts.named("sd" + index, new DeviceNumber(8, 16 * index)).build(),
                        PathState.UP,
                        OptionalInt.empty()))
            .toList(),
        List.of(),
        1,
        false,
        processors);
  }

  private static PathLoad path(String name, String mask, int requests) {
    return new PathLoad(name, List.of(mask), requests, requests * 4096L);
  }
}
