package org.polypath.lab.bench;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.polypath.lab.Guest;

/** The SCSI disks of the guest, whatever brought them, and their state in sysfs. */
public final class ScsiPaths {
  private ScsiPaths() {}

  /** All of them, in the order of their names. */
  public static List<ScsiPath> all(Guest guest) {
    String listing =
        guest
            .run(
                "for d in /sys/block/sd*; do l=$(readlink $d/device); echo ${l##*/} ${d##*/}; done")
            .text();
    return listing
        .lines()
        .map(line -> line.split(" ", 2))
        .map(words -> new ScsiPath(words[0], words[1]))
        .sorted(Comparator.comparing(ScsiPath::name))
        .toList();
  }

  /** Takes a path down: the kernel refuses all I/O to it. */
  public static void offline(Guest guest, String name) {
    guest.run("echo offline > /sys/block/%s/device/state".formatted(name));
  }

  /** Brings a path back. */
  public static void running(Guest guest, String name) {
    guest.run("echo running > /sys/block/%s/device/state".formatted(name));
  }

  /**
   * Sets the state of a path's host adapter, and of the others that the same driver brought.
   *
   * @param state {@code recovery}: commands wait; {@code running}
   */
  public static void setHostState(Guest guest, String name, String state) {
    guest.run(
        """
        driver=$(< $(readlink -f /sys/block/%s/device/../..)/scsi_host/host*/proc_name)
        for host in /sys/class/scsi_host/host*; do
          [ "$(< $host/proc_name)" != "$driver" ] || echo %s > $host/state
        done"""
            .formatted(name, state));
  }

  /** Sets after how long the kernel gives up on a command, for all disks. */
  public static void setCommandTimeout(Guest guest, Duration timeout) {
    guest.run(
        "for d in /sys/block/sd*; do echo %d > $d/device/timeout; done"
            .formatted(timeout.toSeconds()));
  }

  /** How many commands a disk has been sent and has not answered. */
  public static int commandsUnderWay(Guest guest, String name) {
    return Integer.parseInt(guest.read("/sys/block/%s/device/device_busy".formatted(name)));
  }

  /** How many commands all disks together were sent since they came. */
  public static long commandsSent(Guest guest) {
    return guest
        .run("cat /sys/block/sd*/device/iorequest_cnt")
        .text()
        .lines()
        .mapToLong(Long::decode)
        .sum();
  }
}
