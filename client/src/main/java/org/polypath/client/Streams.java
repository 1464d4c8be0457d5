package org.polypath.client;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** This process' outputs, always in UTF-8. */
public final class Streams {
  private static final String READER_IS_GONE = "Broken pipe";
  private static final int ENDED_BY_SIGPIPE = 128 + 13;

  private Streams() {}

  /**
   * Prints to standard output. Who cannot ends here, so that nobody takes half an answer for a
   * whole one: in silence, as by SIGPIPE, if its reader is gone, else with the reason and status 1.
   */
  public static void out(String text) {
    try {
      print(FileDescriptor.out, text);
    } catch (IOException e) {
      if (READER_IS_GONE.equals(e.getMessage())) {
        System.exit(ENDED_BY_SIGPIPE);
      }
      error("standard output cannot be written: " + e.getMessage() + "\n");
      System.exit(1);
    }
  }

  /** Prints to standard error. */
  public static void error(String text) {
    try {
      print(FileDescriptor.err, text);
    } catch (IOException e) {
      // there is no other place to say so
    }
  }

  /** Whether an output or input, by its number, is a terminal. */
  public static boolean isTerminal(int descriptor) {
    try {
      String target = Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor)).toString();
      return target.startsWith("/dev/pts/")
          || target.startsWith("/dev/tty")
          || target.equals("/dev/console");
    } catch (IOException e) {
      return false;
    }
  }

  private static void print(FileDescriptor descriptor, String text) throws IOException {
    // nothing to close: the descriptor is the process' own
    new FileOutputStream(descriptor).write(text.getBytes(StandardCharsets.UTF_8));
  }
}
