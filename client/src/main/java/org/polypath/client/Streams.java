package org.polypath.client;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** This process' outputs, always in UTF-8. */
public final class Streams {
  private Streams() {}

  /** Prints to standard output. */
  public static void out(String text) {
    print(FileDescriptor.out, text);
  }

  /** Prints to standard error. */
  public static void error(String text) {
    print(FileDescriptor.err, text);
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

  private static void print(FileDescriptor descriptor, String text) {
    PrintStream stream =
        new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
    stream.print(text);
    stream.flush();
  }
}
