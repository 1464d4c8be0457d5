package org.polypath.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class LogFormatTest {
  private static LogRecord event(Level level, String message) {
    return new LogRecord(level, message);
  }

  @Test
  void theJournalGetsSyslogPriorities() {
    assertThat(LogFormat.JOURNAL.line(event(Level.SEVERE, "a"))).isEqualTo("<3>a");
    assertThat(LogFormat.JOURNAL.line(event(Level.WARNING, "a"))).isEqualTo("<4>a");
    assertThat(LogFormat.JOURNAL.line(event(Level.INFO, "a"))).isEqualTo("<6>a");
    assertThat(LogFormat.JOURNAL.line(event(Level.FINEST, "a"))).isEqualTo("<7>a");
  }

  @Test
  void aTerminalGetsWordsAndMaybeTheTime() {
    assertThat(LogFormat.UNTIMED.line(event(Level.WARNING, "a"))).isEqualTo("warning: a");
    assertThat(LogFormat.TIMED.line(event(Level.WARNING, "a")))
        .matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.\\d{3} warning: a");
  }

  @Test
  void anEventIsOneLineWhateverIsInIt() {
    LogRecord event = event(Level.INFO, "model: x\n<0>forged\u001b[2J");
    event.setThrown(new IllegalStateException("outer", new RuntimeException("in\nner")));

    assertThat(LogFormat.JOURNAL.line(event))
        .isEqualTo(
            "<6>model: x\\n<0>forged?[2J; IllegalStateException: outer; RuntimeException: in\\nner");
  }
}
