package org.polypath.lab.bench;

import org.polypath.lab.Guest;

/** The guest's rules about maps. */
public final class UdevRules {
  private static final String LOCAL = "/run/udev/rules.d";

  private UdevRules() {}

  /** From now on no rule makes maps over partitions. To be called before disks are there. */
  public static void withoutPartitions(Guest guest) {
    undoAfterwards(guest);
    guest.run("mkdir -p %1$s; : > %1$s/60-kpartx.rules; udevadm control --reload".formatted(LOCAL));
  }

  /**
   * From now on ours hold, and none of what Debian's packages multipath-tools and kpartx bring. To
   * be called before disks are there.
   */
  public static void ofPolypath(Guest guest, Polypath polypath) {
    undoAfterwards(guest);
    guest.run(
        """
        ln -sfn %2$s /opt/polypath
        mkdir -p %1$s
        cp %2$s/udev/rules.d/* %1$s
        : > %1$s/56-dm-parts.rules
        udevadm control --reload"""
            .formatted(LOCAL, polypath.distribution()));
  }

  private static void undoAfterwards(Guest guest) {
    guest.afterwards(
        """
        cd %s && rm -f 56-dm-mpath.rules 56-dm-parts.rules 60-multipath.rules 60-kpartx.rules
        rm -rf /opt/polypath /run/multipath; udevadm control --reload"""
            .formatted(LOCAL));
  }
}
