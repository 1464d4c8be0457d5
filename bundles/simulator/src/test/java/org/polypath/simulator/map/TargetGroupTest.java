package org.polypath.simulator.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.polypath.api.selector.PathLoad;
import org.polypath.api.selector.SelectorAlgorithm;
import org.polypath.simulator.san.BlockRequest;

/** What a selector is told, and what comes of one that does wrong. */
class TargetGroupTest {
  private final Bench bench = new Bench();

  private TargetPath path(String name) {
    return new TargetPath(
        bench.san.device(name).orElseThrow(), SelectorFormat.SERVICE_TIME, List.of("1", "7"));
  }

  private TargetGroup group(SelectorAlgorithm algorithm, TargetPath... paths) {
    return new TargetGroup("service-time", algorithm, List.of(paths));
  }

  @Test
  void selectorChoosesAmongThePathsThatHaveNotFailed() {
    TargetPath first = path("sda");
    TargetPath second = path("sdb");
    TargetPath third = path("sdc");
    TargetGroup group = group((paths, bytes) -> paths.size() - 1, first, second, third);
    assertThat(group.select(512)).contains(third);
    third.fail();
    assertThat(group.select(512)).contains(second);
    second.fail();
    first.fail();
    assertThat(group.select(512)).isEmpty();
  }

  @Test
  void selectorIsToldArgumentsAndLoad() {
    TargetPath path = path("sda");
    path.send(BlockRequest.read(0, 4096), result -> {});
    List<PathLoad> seen = new ArrayList<>();
    group(
            (paths, bytes) -> {
              seen.addAll(paths);
              return 0;
            },
            path)
        .select(512);
    assertThat(seen).containsExactly(new PathLoad("sda", List.of("1", "7"), 1, 4096));
  }

  @Test
  void selectorThatDoesWrongStopsNoIo() {
    TargetPath first = path("sda");
    TargetPath second = path("sdb");
    assertThat(group((paths, bytes) -> 2, first, second).select(512)).contains(first);
    assertThat(group((paths, bytes) -> -1, first, second).select(512)).contains(first);
    SelectorAlgorithm throwing =
        (paths, bytes) -> {
          throw new IllegalStateException("a vendor's mistake");
        };
    assertThat(group(throwing, first, second).select(512)).contains(first);
  }
}
