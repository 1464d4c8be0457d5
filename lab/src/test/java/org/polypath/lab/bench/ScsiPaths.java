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

  /** Has the kernel forget a path's device. */
  public static void delete(Guest guest, String name) {
    guest.run("echo 1 > /sys/block/%s/device/delete".formatted(name));
  }

  /** Has the kernel look behind all host adapters for what it does not know. */
  public static void scan(Guest guest) {
    guest.run("for host in /sys/class/scsi_host/host*; do echo '- - -' > $host/scan; done");
  }

  /**
   * Has the kernel hold back what is sent to a path, and to the others of its host adapter, as it
   * does while it tries to recover the adapter: nothing is answered, and no time runs out.
   */
  public static void hold(Guest guest, String name) {
    guest.afterwards(letGo(name));
    guest.run("echo recovery > %s/state".formatted(host(name)));
  }

  /** Lets go what is held back. */
  public static void letGo(Guest guest, String name) {
    guest.run(letGo(name));
  }

  /** Who waits for the adapter is woken by a reset only; whoever opens the disk may wait, too. */
  private static String letGo(String name) {
    return ("[ $(< %1$s/state) = running ] || { echo running > %1$s/state;"
            + " sg_reset -N -d /dev/$(ls /sys/block/%2$s/device/scsi_generic); }")
        .formatted(host(name), name);
  }

  private static String host(String name) {
    return "$(echo $(readlink -f /sys/block/%s/device/../..)/scsi_host/host*)".formatted(name);
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
