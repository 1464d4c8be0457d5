package org.polypath.daemon.effect;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How many processors the host may have, those included that are off. */
final class Processors {
  private static final Path POSSIBLE = Path.of("/sys/devices/system/cpu/possible");

  /** Ranges like {@code 0-7} and single numbers, with commas between; the last is the highest. */
  private static final Pattern HIGHEST = Pattern.compile("(?:.*[,-])?([0-9]{1,5})\\s*");

  private Processors() {}

  /** By the kernel, else by the JVM. */
  static int count() {
    try {
      return count(Files.readString(POSSIBLE));
    } catch (IOException e) {
      return Runtime.getRuntime().availableProcessors();
    }
  }

  /** Reads the kernel's text; of one that is none, 1. */
  static int count(String possible) {
    Matcher matcher = HIGHEST.matcher(possible);
    return matcher.matches() ? Integer.parseInt(matcher.group(1)) + 1 : 1;
  }
}
