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

  /**
   * Logs from now on.
   *
   * @return what writes the lines
   */
  static LogWriter start(Map<String, String> properties) throws LaunchException {
    Level level = level(properties.get(PropertyNames.VERBOSITY));
    LogFormat format = format(properties);
    LogWriter writer = LogWriter.start(StandardError::line, lost -> loss(format, lost));
    LogManager.getLogManager().reset();
    Logger root = Logger.getLogger("");
    root.setLevel(level);
    root.addHandler(new LineHandler(format, writer));
    return writer;
  }

  private static Level level(String verbosity) throws LaunchException {
    try {
      int wanted = Integer.parseUnsignedInt(verbosity);
      // there is no more than everything
      return LEVELS.get(Math.min(wanted, LEVELS.size() - 1));
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

  private static String loss(LogFormat format, long lost) {
    return format.line(
        new LogRecord(Level.WARNING, "log: " + lost + " lines lost, they were not read in time"));
  }

  private static final class LineHandler extends Handler {
    private final LogFormat format;
    private final LogWriter writer;

    LineHandler(LogFormat format, LogWriter writer) {
      this.format = format;
      this.writer = writer;
    }

    @Override
    public void publish(LogRecord event) {
      if (isLoggable(event)) {
        writer.line(format.line(event));
      }
    }

    @Override
    public void flush() {
      writer.flush();
    }

    @Override
    public void close() {
      flush();
    }
  }
}
