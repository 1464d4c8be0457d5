package org.polypath.lab.bench;

import java.time.Duration;
import org.polypath.lab.Guest;

/**
 * What a process of the guest has used up to now.
 *
 * @param processor the processor's time, its own and the kernel's on its behalf; the kernel counts
 *     it in hundredths of a second
 * @param residentKilobytes the memory it holds
 * @param mostResidentKilobytes the most it ever held
 */
public record ProcessUse(Duration processor, long residentKilobytes, long mostResidentKilobytes) {
  /** The unit of times in {@code /proc/PID/stat}, the same on every Linux (proc(5)). */
  private static final long TICK_MILLIS = 10;

  private static final int USER_TIME = 11;
  private static final int SYSTEM_TIME = 12;

  /** Of the process with this id. */
  public static ProcessUse of(Guest guest, String pid) {
    return parse(guest.run("cat /proc/%1$s/stat /proc/%1$s/status".formatted(pid)).text());
  }

  /** Reads {@code /proc/PID/stat}, and {@code /proc/PID/status} after it. */
  static ProcessUse parse(String text) {
    // the name, in parentheses, may hold blanks
    String[] fields = text.substring(text.indexOf(") ") + 2).split(" ", SYSTEM_TIME + 2);
    long ticks = Long.parseLong(fields[USER_TIME]) + Long.parseLong(fields[SYSTEM_TIME]);
    return new ProcessUse(
        Duration.ofMillis(ticks * TICK_MILLIS),
        kilobytes(text, "VmRSS:"),
        kilobytes(text, "VmHWM:"));
  }

  private static long kilobytes(String status, String name) {
    return status
        .lines()
        .filter(line -> line.startsWith(name))
        .map(line -> line.replaceAll("\\D", ""))
        .mapToLong(Long::parseLong)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no " + name + " in " + status));
  }
}
