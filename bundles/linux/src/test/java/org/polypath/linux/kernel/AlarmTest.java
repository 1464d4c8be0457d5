package org.polypath.linux.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AlarmTest {
  private final CLibrary library = new CLibrary();

  @Test
  void itSoundsFromWhenItIsRaisedUntilItIsSilenced() throws SystemCallException {
    try (Alarm alarm = Alarm.make(library)) {
      assertThat(sounds(alarm)).isFalse();
      alarm.raise();
      alarm.raise();
      assertThat(sounds(alarm)).isTrue();
      assertThat(sounds(alarm)).as("still").isTrue();
      alarm.silence();
      assertThat(sounds(alarm)).isFalse();
      alarm.silence();
      assertThat(sounds(alarm)).as("nothing waits for an alarm").isFalse();
    }
  }

  @Test
  void onceClosedItIsQuiet() throws SystemCallException {
    Alarm alarm = Alarm.make(library);
    alarm.close();
    alarm.raise();
    alarm.silence();
    assertThat(alarm.use()).isEmpty();
  }

  private boolean sounds(Alarm alarm) throws SystemCallException {
    try (Descriptor.Use use = alarm.use().orElseThrow();
        Poll poll = new Poll(library, use.number(), use.number())) {
      poll.await(0);
      return poll.hasEvent(0);
    }
  }
}
