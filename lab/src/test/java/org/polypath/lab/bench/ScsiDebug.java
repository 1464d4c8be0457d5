package org.polypath.lab.bench;

import java.time.Duration;
import java.util.List;
import org.polypath.lab.Guest;

/**
 * Disks of the kernel's scsi_debug driver: some logical units, each seen once through every host.
 * All of them share one piece of memory. Every second host is in a non-optimized target port group.
 */
public final class ScsiDebug {
  private static final String PARAMETERS = "/sys/bus/pseudo/drivers/scsi_debug/";

  /** So long udev may take for each disk: it starts some programs for it. */
  private static final Duration UDEV_PER_DISK = Duration.ofSeconds(3);

  private final Guest guest;

  private ScsiDebug(Guest guest) {
    this.guest = guest;
  }

  /**
   * Brings the disks up and waits until udev knows them.
   *
   * @param hosts how many paths each logical unit has
   * @param units how many logical units
   */
  public static ScsiDebug load(Guest guest, int hosts, int units) {
    guest.afterwards("modprobe -r scsi_debug");
    Duration limit = Guest.STEP_LIMIT.plus(UDEV_PER_DISK.multipliedBy((long) hosts * units));
    guest.run(
        ("modprobe -a sd_mod sg; modprobe scsi_debug add_host=%d num_tgts=1 max_luns=%d"
                + " vpd_use_hostno=0 dev_size_mb=16 && udevadm settle -t %d")
            .formatted(hosts, units, limit.toSeconds()),
        limit.plus(Guest.STEP_LIMIT));
    return new ScsiDebug(guest);
  }

  /** The disks. */
  public List<ScsiPath> paths() {
    return ScsiPaths.all(guest);
  }

  /** A script after which each path answers its next command with a unit attention. */
  public String unitAttention() {
    // another number of logical units is reported once; none of them comes or goes
    return "echo $(($(< %1$smax_luns) ^ 128)) > %1$smax_luns".formatted(PARAMETERS);
  }

  /** Brings a disk's path back as a device that takes no writes, although the disk does. */
  public void bringBackProtected() {
    String protection = "/sys/module/scsi_debug/parameters/wp";
    guest.run("echo 1 > " + protection);
    ScsiPaths.scan(guest);
    guest.run("udevadm settle -t 60; echo 0 > " + protection);
  }

  /** From now on the first block of each disk cannot be read. */
  public void failFirstBlock() {
    guest.afterwards("echo 0 > %sopts".formatted(PARAMETERS));
    guest.run(
        """
        echo 0 > /sys/module/scsi_debug/parameters/medium_error_start
        echo 1 > /sys/module/scsi_debug/parameters/medium_error_count
        echo 2 > %sopts"""
            .formatted(PARAMETERS));
  }

  /** From now on the disks are as they should be. */
  public void work() {
    guest.run("echo 0 > %sopts".formatted(PARAMETERS));
  }

  /** From now on no command is answered; the guest is not to be used again after this. */
  public void stopAnswering() {
    guest.discardAfterwards();
    guest.run("echo 4 > %1$sopts; echo 1 > %1$severy_nth".formatted(PARAMETERS));
  }
}
