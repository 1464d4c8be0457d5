package org.polypath.launcher;

import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Sets the process' logging up: slf4j to {@code java.util.logging} to standard error. */
final class Logging {
  /** What each verbosity of {@code -v} shows: errors, warnings, events, details, everything. */
  private static final List<Level> LEVELS =
      List.of(Level.SEVERE, Level.WARNING, Level.INFO, Level.FINE, Level.FINEST);

  private Logging() {}

  static void start(Map<String, String> properties) throws LaunchException {
    Level level = level(properties.get(PropertyNames.VERBOSITY));
    LogFormat format = format(properties);
    LogManager.getLogManager().reset();
    Logger root = Logger.getLogger("");
    root.setLevel(level);
    root.addHandler(new LineHandler(format));
  }

  private static Level level(String verbosity) throws LaunchException {
    try {
      return LEVELS.get(Integer.parseInt(verbosity));
    } catch (NumberFormatException | IndexOutOfBoundsException e) {
      throw new LaunchException("verbosity: '" + verbosity + "' is none of 0 to 4", e);
    }
  }

  private static LogFormat format(Map<String, String> properties) {
    if (StandardError.isJournal() || System.getenv("POLYPATH_LOG_PRIORITIES") != null) {
      return LogFormat.JOURNAL;
    }
    boolean untimed = Boolean.parseBoolean(properties.get(PropertyNames.LOG_WITHOUT_TIME));
    return untimed ? LogFormat.UNTIMED : LogFormat.TIMED;
  }

  private static final class LineHandler extends Handler {
    private final LogFormat format;

    LineHandler(LogFormat format) {
      this.format = format;
    }

    @Override
    public void publish(LogRecord event) {
      if (isLoggable(event)) {
        StandardError.line(format.line(event));
      }
    }

    @Override
    public void flush() {
      // each line is written as it comes
    }

    @Override
    public void close() {
      // standard error stays open as long as the process
    }
  }
}
