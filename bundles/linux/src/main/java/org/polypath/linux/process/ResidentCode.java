package org.polypath.linux.process;

import com.sun.jna.LastErrorException;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.polypath.linux.kernel.ErrorNumber;

/**
 * The programs, libraries and class archives that the process has mapped, read in whole: code that
 * was never run before is run first when something goes wrong. Libraries come when they are first
 * used, so this is done again and again. One thread uses it.
 */
final class ResidentCode {
  private static final Pattern MAPPING =
      Pattern.compile("([0-9a-f]+)-([0-9a-f]+) (r...) \\S+ \\S+ \\d+ +(/.*)");
  private static final Pattern CODE = Pattern.compile(".*\\.so(\\.[0-9.]+)?|.*/bin/java|.*\\.jsa");

  private final ProcessCalls calls;
  private final Path maps;
  private Set<Mapping> locked = Set.of();

  /**
   * A mapped part of a file.
   *
   * @param from its first address
   * @param to the address behind it
   * @param file the file
   */
  record Mapping(long from, long to, String file) {
    long bytes() {
      return to - from;
    }
  }

  /**
   * Nothing is read yet.
   *
   * @param maps {@code /proc/self/maps}
   */
  ResidentCode(ProcessCalls calls, Path maps) {
    this.calls = calls;
    this.maps = maps;
  }

  /**
   * Reads and locks what was not there the time before.
   *
   * @return how much that is, in bytes
   * @throws LastErrorException if the process may not lock it
   */
  long take() throws IOException {
    Set<Mapping> now = new HashSet<>();
    long bytes = 0;
    for (Mapping code : code(Files.readAllLines(maps))) {
      if (locked.contains(code)) {
        now.add(code);
      } else if (lock(code)) {
        now.add(code);
        bytes += code.bytes();
      }
    }
    locked = now;
    return bytes;
  }

  private boolean lock(Mapping code) {
    try {
      calls.mlock(new Pointer(code.from()), new NativeLong(code.bytes()));
      return true;
    } catch (LastErrorException e) {
      if (e.getErrorCode() == ErrorNumber.ENOMEM) {
        // unmapped meanwhile
        return false;
      }
      throw e;
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
