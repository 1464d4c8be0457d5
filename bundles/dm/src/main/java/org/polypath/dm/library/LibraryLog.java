package org.polypath.dm.library;

import com.sun.jna.Memory;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;
import org.polypath.dm.library.DeviceMapperLibrary.LogFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the library's log lines to our log, at debug: what is a failure for the library may be an
 * ordinary answer for us; at trace, what it says of each call. Remembers the last error, for the
 * text of an exception.
 *
 * <p>The library's log function is variadic. Its first arguments are read as machine words and
 * handed on to {@code snprintf} as they are: where pointers and integers are passed in general
 * registers and word-sized stack slots, as on every Linux this runs on, the words the format speaks
 * of are the arguments, and the rest is not looked at. A format that wants more words than there
 * are, or floating point numbers, is logged as it is.
 */
final class LibraryLog implements LogFunction {
  private static final Logger LOG = LoggerFactory.getLogger("org.polypath.dm.libdevmapper");
  private static final String LINE = "{} (severity: {}, from: {}:{})";
  private static final int LEVEL_MASK = 0x07;
  private static final int ERROR = 3;
  private static final int EACH_CALL = 7;
  private static final int LONGEST_LINE = 1024;

  private final SystemLibrary system;
  private final Memory line = new Memory(LONGEST_LINE);
  private String lastError = "";

  LibraryLog(SystemLibrary system) {
    this.system = system;
  }

  @Override
  public void log(
      int level,
      String file,
      int lineNumber,
      int errorClass,
      Pointer format,
      NativeLong word1,
      NativeLong word2,
      NativeLong word3,
      NativeLong word4,
      NativeLong word5,
      NativeLong word6,
      NativeLong word7,
      NativeLong word8,
      NativeLong word9,
      NativeLong word10,
      NativeLong word11,
      NativeLong word12,
      NativeLong word13,
      NativeLong word14,
      NativeLong word15,
      NativeLong word16) {
    int severity = level & LEVEL_MASK;
    if (severity > ERROR && !isLogged(severity)) {
      return;
    }
    NativeLong[] words = {
      word1, word2, word3, word4, word5, word6, word7, word8, word9, word10, word11, word12, word13,
      word14, word15, word16
    };
    String text = text(format, words).strip();
    if (severity <= ERROR && !text.startsWith("<backtrace>")) {
      lastError = text;
    }
    if (severity < EACH_CALL) {
      LOG.debug(LINE, text, severity, file, lineNumber);
    } else {
      LOG.trace(LINE, text, severity, file, lineNumber);
    }
  }

  private String text(Pointer format, NativeLong[] words) {
    String plain = format.getString(0, "UTF-8");
    if (!LogFormat.takesWords(plain, words.length)) {
      return plain;
    }
    system.snprintf(line, new NativeLong(LONGEST_LINE), format, (Object[]) words);
    return line.getString(0, "UTF-8");
  }

  private static boolean isLogged(int severity) {
    return severity < EACH_CALL ? LOG.isDebugEnabled() : LOG.isTraceEnabled();
  }

  /** Forgets errors. */
  void forget() {
    lastError = "";
  }

  /** The last error since they were forgotten; empty text if there was none. */
  String lastError() {
    return lastError;
  }
}
