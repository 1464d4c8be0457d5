package org.polypath.control.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class InheritedSocketsTest {
  private static final long PID = 77;

  @Test
  void theyBeginAtThree() {
    assertThat(InheritedSockets.descriptors(Map.of("LISTEN_PID", "77", "LISTEN_FDS", "2"), PID))
        .containsExactly(3, 4);
  }

  @Test
  void thoseOfAnotherProcessAreNotOurs() {
    assertThat(InheritedSockets.descriptors(Map.of("LISTEN_PID", "78", "LISTEN_FDS", "2"), PID))
        .isEmpty();
    assertThat(InheritedSockets.descriptors(Map.of("LISTEN_FDS", "2"), PID)).isEmpty();
    assertThat(InheritedSockets.descriptors(Map.of(), PID)).isEmpty();
  }

  @Test
  void nonsenseIsNone() {
    assertThat(InheritedSockets.descriptors(Map.of("LISTEN_PID", "77", "LISTEN_FDS", "-1"), PID))
        .isEmpty();
    assertThat(InheritedSockets.descriptors(Map.of("LISTEN_PID", "77", "LISTEN_FDS", ""), PID))
        .isEmpty();
  }
}
