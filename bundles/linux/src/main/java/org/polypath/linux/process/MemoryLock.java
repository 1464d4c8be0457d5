package org.polypath.linux.process;

import com.sun.jna.LastErrorException;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keeps the process' memory from being paged out, so that nothing has to be read back from a disk
 * whose paths are gone.
 *
 * <p>Everything that was touched stays, from now on and for what is mapped later ({@code
 * MCL_ONFAULT}: a JVM reserves far more than it uses, and locking all that takes 150 MB more). The
 * programs and libraries it is made of are read in whole, because code that was never run before is
 * run first when something goes wrong.
 */
final class MemoryLock {
  private static final int CURRENT_FUTURE_ON_FAULT = 1 | 2 | 4;
  private static final Pattern MAPPING =
      Pattern.compile("([0-9a-f]+)-([0-9a-f]+) (r...) \\S+ \\S+ \\d+ +(/.*)");
  private static final Pattern CODE = Pattern.compile(".*\\.so(\\.[0-9.]+)?|.*/bin/java|.*\\.jsa");

  /**
   * A mapped part of a file.
   *
   * @param from its first address
   * @param to the address behind it
   * @param file the file
   */
  record Mapping(long from, long to, String file) {}

  private MemoryLock() {}

  /**
   * Locks.
   *
   * @param maps {@code /proc/self/maps}
   * @throws LastErrorException if the process may not
   */
  static void take(ProcessCalls calls, Path maps) throws IOException {
    calls.mlockall(CURRENT_FUTURE_ON_FAULT);
    for (Mapping code : code(Files.readAllLines(maps))) {
      calls.mlock(new Pointer(code.from()), new NativeLong(code.to() - code.from()));
    }
  }

  /** The parts of programs and libraries among lines of {@code /proc/PID/maps}. */
  static List<Mapping> code(List<String> lines) {
    return lines.stream()
        .map(MAPPING::matcher)
        .filter(Matcher::matches)
        .map(
            line ->
                new Mapping(
                    Long.parseUnsignedLong(line.group(1), 16),
                    Long.parseUnsignedLong(line.group(2), 16),
                    line.group(4)))
        .filter(mapping -> CODE.matcher(mapping.file()).matches())
        .toList();
  }
}
