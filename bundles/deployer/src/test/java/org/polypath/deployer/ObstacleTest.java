package org.polypath.deployer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Trouble with the folder that lasts is logged once, and so is its end. */
class ObstacleTest {
  private final List<String> log = new ArrayList<>();
  private final Obstacle obstacle = new Obstacle(log::add);

  @Test
  void nothingIsSaidOfAFolderThatIsWell() {
    assertThat(obstacle.is("")).isFalse();
    assertThat(log).isEmpty();
    assertThat(obstacle.line()).isEmpty();
  }

  @Test
  void whatLastsIsToldOnceAndWhatChangesAgain() {
    assertThat(obstacle.is("too many open files")).isTrue();
    for (int look = 0; look < 100; look++) {
      assertThat(obstacle.is("too many open files")).isFalse();
    }
    assertThat(obstacle.is("it does not exist")).isTrue();
    assertThat(obstacle.is("")).isTrue();
    assertThat(obstacle.is("")).isFalse();
    assertThat(log)
        .containsExactly(
            "nothing is deployed: too many open files",
            "nothing is deployed: it does not exist",
            "the deploy folder is used again");
  }

  @Test
  void whatIsInTheWayNowIsKnown() {
    assertThat(obstacle.is("it does not exist")).isTrue();
    assertThat(obstacle.line()).isEqualTo("it does not exist");
  }
}
