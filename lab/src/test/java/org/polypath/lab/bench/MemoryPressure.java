package org.polypath.lab.bench;

import org.polypath.lab.Guest;

/** Takes memory back from a process, as a kernel that needs it for others does. */
public final class MemoryPressure {
  private static final String GROUPS = "/sys/fs/cgroup";
  private static final String GROUP = GROUPS + "/pressed";

  private final Guest guest;

  private MemoryPressure(Guest guest) {
    this.guest = guest;
  }

  /** Prepares it for one process of the guest. */
  public static MemoryPressure prepare(Guest guest) {
    guest.afterwards("rmdir %s; umount %s".formatted(GROUP, GROUPS));
    guest.run(
        """
        mount -t cgroup2 none %1$s
        echo +memory > %1$s/cgroup.subtree_control
        mkdir %2$s"""
            .formatted(GROUPS, GROUP));
    return new MemoryPressure(guest);
  }

  /** A line of shell by which a script's own process, and what it becomes, is under it. */
  public String join() {
    return "echo $BASHPID > %s/cgroup.procs".formatted(GROUP);
  }

  /** Takes all that can be had, and of the rest of the system what it only keeps for later. */
  public void press() {
    guest.attempt(
        """
        echo 3 > /proc/sys/vm/drop_caches
        for attempt in 1 2 3; do echo 1G > %s/memory.reclaim; done"""
            .formatted(GROUP));
  }
}
