package org.polypath.launcher;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;

/** How one event becomes one line. */
enum LogFormat {
  /** For the journal: {@code <4>message}, the number being the priority of syslog(3). */
  JOURNAL {
    @Override
    String head(LogRecord event) {
      return "<" + priority(event.getLevel()) + ">";
    }
  },
  /** For a terminal or a file. */
  TIMED {
    @Override
    String head(LogRecord event) {
      return TIME.format(LocalDateTime.ofInstant(event.getInstant(), ZoneId.systemDefault()))
          + " "
          + word(event.getLevel())
          + ": ";
    }
  },
  /** For a terminal or a file whose reader adds the time himself. */
  UNTIMED {
    @Override
    String head(LogRecord event) {
      return word(event.getLevel()) + ": ";
    }
  };

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS");

  abstract String head(LogRecord event);

  /** The whole line, without its end. */
  String line(LogRecord event) {
    StringBuilder line = new StringBuilder(head(event));
    appendOnOneLine(line, String.valueOf(event.getMessage()));
    for (Throwable cause = event.getThrown(); cause != null; cause = cause.getCause()) {
      line.append("; ").append(cause.getClass().getSimpleName()).append(": ");
      appendOnOneLine(line, String.valueOf(cause.getMessage()));
    }
    return line.toString();
  }

  /** What a device or a bundle answered may hold anything: it cannot forge a second line. */
  private static void appendOnOneLine(StringBuilder line, String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n') {
        line.append("\\n");
      } else if (Character.isISOControl(c) && c != '\t') {
        line.append('?');
      } else {
        line.append(c);
      }
    }
  }

  private static int priority(Level level) {
    if (level.intValue() >= Level.SEVERE.intValue()) {
      return 3;
    }
    if (level.intValue() >= Level.WARNING.intValue()) {
      return 4;
    }
    return level.intValue() >= Level.INFO.intValue() ? 6 : 7;
  }

  private static String word(Level level) {
    return switch (priority(level)) {
      case 3 -> "error";
      case 4 -> "warning";
      case 6 -> "info";
      default -> "debug";
    };
  }
}
