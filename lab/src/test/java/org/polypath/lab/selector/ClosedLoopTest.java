package org.polypath.lab.selector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.polypath.api.selector.Rotation;

class ClosedLoopTest {
  private static final List<List<String>> NO_ARGUMENTS = List.of(List.of(), List.of());

  private final ClosedLoop loop =
      new ClosedLoop(8, List.of(Duration.ofMillis(10), Duration.ofMillis(40)));

  @Test
  void pathsInTurnGetTheSame() {
    Rotation rotation = new Rotation();

    assertThat(loop.shareOfFirst((paths, request) -> rotation.next(paths), NO_ARGUMENTS, 1000))
        .isEqualTo(0.5);
  }

  @Test
  void whoKeepsQueuesEqualSendsEachPathWhatItCanDo() {
    assertThat(
            loop.shareOfFirst(
                (paths, request) ->
                    paths.get(0).requestsInFlight() <= paths.get(1).requestsInFlight() ? 0 : 1,
                NO_ARGUMENTS,
                10_000))
        .isCloseTo(0.8, within(0.02));
  }
}
