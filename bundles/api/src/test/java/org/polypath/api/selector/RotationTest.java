package org.polypath.api.selector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class RotationTest {
  private final Rotation rotation = new Rotation();
  private final List<PathLoad> paths = List.of(path("sda", 2), path("sdb", 1), path("sdc", 1));

  @Test
  void equalPathsAreUsedInTurn() {
    assertThat(rotation.next(paths)).isZero();
    assertThat(rotation.next(paths)).isEqualTo(1);
    assertThat(rotation.next(paths)).isEqualTo(2);
    assertThat(rotation.next(paths)).isZero();
  }

  @Test
  void theLeastIsChosenAndOfSeveralTheOneUnusedForLongest() {
    Comparator<PathLoad> byRequests = Comparator.comparingInt(PathLoad::requestsInFlight);

    assertThat(rotation.choose(paths, byRequests)).isEqualTo(1);
    assertThat(rotation.choose(paths, byRequests)).isEqualTo(2);
    assertThat(rotation.choose(paths, byRequests)).isEqualTo(1);
  }

  @Test
  void aPathThatWasAwayIsLast() {
    rotation.next(paths);
    rotation.next(List.of(paths.get(0), paths.get(2)));

    assertThat(rotation.next(paths)).isZero();
    assertThat(rotation.next(paths)).isEqualTo(2);
    assertThat(rotation.next(paths)).isEqualTo(1);
  }

  private static PathLoad path(String name, int requests) {
    return new PathLoad(name, List.of(), requests, 0);
  }
}
