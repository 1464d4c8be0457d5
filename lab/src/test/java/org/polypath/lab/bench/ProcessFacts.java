package org.polypath.lab.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.polypath.lab.Guest;

/**
 * What the kernel says of a process of the guest.
 *
 * @param guest where it runs
 * @param pid its number
 */
public record ProcessFacts(Guest guest, String pid) {
  private static final Pattern MAPPING = Pattern.compile("[0-9a-f]+-[0-9a-f]+ .*");
  private static final Pattern CODE =
      Pattern.compile("\\S+ r.*(/bin/java|[.](so[.0-9]*|jsa|jar)( .*)?)");

  /** A file of {@code /proc/PID}. */
  public String read(String file) {
    return guest.read("/proc/%s/%s".formatted(pid, file));
  }

  /**
   * A size in {@code /proc/PID/status}, in megabytes.
   *
   * @param name for instance {@code VmRSS}
   */
  public int megabytes(String name) {
    return number("(?m)^%s:\\s+(\\d+) kB".formatted(name), read("status")) / 1024;
  }

  /** How many files it may open. */
  public int mayOpen() {
    return number("Max open files\\s+(\\d+) ", read("limits"));
  }

  /** How its threads are scheduled, each way once: class, priority in real time, niceness. */
  public List<String> scheduling() {
    return guest
        .run("ps -L -o cls=,rtprio=,ni= -p %s | sort -u".formatted(pid))
        .text()
        .lines()
        .map(line -> line.strip().replaceAll(" +", " "))
        .toList();
  }

  /** Its programs, libraries, class archives and jars of which it has a part not in memory. */
  public List<String> partlyInMemory() {
    List<String> partly = new ArrayList<>();
    String mapping = "";
    for (String line : read("smaps").lines().toList()) {
      if (MAPPING.matcher(line).matches()) {
        mapping = line;
      } else if (line.startsWith("Rss:") && CODE.matcher(mapping).matches()) {
        String[] bounds = mapping.split("[- ]", 3);
        long size = Long.parseLong(bounds[1], 16) - Long.parseLong(bounds[0], 16);
        if (number("(\\d+) kB", line) * 1024L < size) {
          partly.add(mapping);
        }
      }
    }
    return partly;
  }

  private static int number(String pattern, String text) {
    Matcher found = Pattern.compile(pattern).matcher(text);
    if (!found.find()) {
      throw new IllegalStateException("no %s in %s".formatted(pattern, text));
    }
    return Integer.parseInt(found.group(1));
  }
}
