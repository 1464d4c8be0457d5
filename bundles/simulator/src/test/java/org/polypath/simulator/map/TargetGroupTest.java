package org.polypath.simulator.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.polypath.api.selector.IoRequest;
import org.polypath.api.selector.PathLoad;
import org.polypath.api.selector.SelectorAlgorithm;
import org.polypath.simulator.san.BlockRequest;

/** What a selector is told, and what comes of one that does wrong. */
class TargetGroupTest {
  private static final IoRequest IO = new IoRequest(512, 0, 7);

  private final Bench bench = new Bench();

  private TargetPath path(String name) {
    return new TargetPath(
        bench.san.device(name).orElseThrow(), SelectorFormat.SERVICE_TIME, List.of("1", "7"));
  }

  private TargetGroup group(SelectorAlgorithm algorithm, TargetPath... paths) {
    return new TargetGroup("service-time", List.of(), algorithm, List.of(paths));
  }

  @Test
  void selectorChoosesAmongThePathsThatHaveNotFailed() {
    TargetPath first = path("sda");
    TargetPath second = path("sdb");
    TargetPath third = path("sdc");
    TargetGroup group = group((paths, request) -> paths.size() - 1, first, second, third);
    assertThat(group.select(IO)).contains(third);
    third.fail();
    assertThat(group.select(IO)).contains(second);
    second.fail();
    first.fail();
    assertThat(group.select(IO)).isEmpty();
  }

  @Test
  void selectorIsToldArgumentsAndLoad() {
    TargetPath path = path("sda");
    path.send(BlockRequest.read(0, 4096), result -> {});
    List<PathLoad> seen = new ArrayList<>();
    group(
            (paths, request) -> {
              seen.addAll(paths);
              return 0;
            },
            path)
        .select(IO);
    assertThat(seen).containsExactly(new PathLoad("sda", List.of("1", "7"), 1, 4096));
  }

  @Test
  void selectorIsToldWhatComesBack() {
    List<String> told = new ArrayList<>();
    SelectorAlgorithm algorithm =
        new SelectorAlgorithm() {
          @Override
          public int select(List<PathLoad> paths, IoRequest request) {
            told.add("select " + request);
            return 1;
          }

          @Override
          public void completed(String path, IoRequest request, long endNanos) {
            told.add(path + " " + request.startNanos() + " to " + endNanos);
          }
        };
    TargetGroup group = group(algorithm, path("sda"), path("sdb"));
    TargetPath chosen = group.select(IO).orElseThrow();

    group.completed(chosen, IO, 12);

    assertThat(told).containsExactly("select " + IO, "sdb 7 to 12");
  }

  @Test
  void selectorThatFailsOnWhatComesBackStopsNothing() {
    SelectorAlgorithm failing =
        new SelectorAlgorithm() {
          @Override
          public int select(List<PathLoad> paths, IoRequest request) {
            return 0;
          }

          @Override
          public void completed(String path, IoRequest request, long endNanos) {
            throw new IllegalStateException("a vendor's mistake");
          }
        };
    TargetPath path = path("sda");

    assertThatNoException().isThrownBy(() -> group(failing, path).completed(path, IO, 12));
  }

  @Test
  void selectorThatDoesWrongStopsNoIo() {
    TargetPath first = path("sda");
    TargetPath second = path("sdb");
    assertThat(group((paths, request) -> 2, first, second).select(IO)).contains(first);
    assertThat(group((paths, request) -> -1, first, second).select(IO)).contains(first);
    SelectorAlgorithm throwing =
        (paths, request) -> {
          throw new IllegalStateException("a vendor's mistake");
        };
    assertThat(group(throwing, first, second).select(IO)).contains(first);
  }
}
