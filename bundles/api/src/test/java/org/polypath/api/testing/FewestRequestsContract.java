package org.polypath.api.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.polypath.api.selector.PathLoad;
import org.polypath.api.selector.PathSelector;

/** What holds for each selector that chooses the path with the fewest requests under way. */
public abstract class FewestRequestsContract extends RepeatCountContract {
  protected FewestRequestsContract(PathSelector selector) {
    super(selector);
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
      List<PathLoad> paths =
          IntStream.range(0, requests.length)
              .mapToObj(path -> path("sd" + path, requests[path], 0))
              .toList();
      requests[choices(paths, 1).get(0)]++;
    }

    assertThat(requests).containsExactly(6, 6, 6);
  }

  private static PathLoad path(String name, int requests, long bytes) {
    return new PathLoad(name, List.of("1"), requests, bytes);
  }
}
