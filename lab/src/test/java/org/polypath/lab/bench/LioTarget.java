package org.polypath.lab.bench;

import org.polypath.lab.Guest;

/**
 * A logical unit of the kernel's own SCSI target (LIO), set up through configfs. Its ports are
 * added by {@link #loopbackPort}, or by {@link IscsiPortals}.
 */
public final class LioTarget {
  /** Where configfs has the kernel's target. */
  static final String CONFIGURATION = "/sys/kernel/config/target";

  /** Where configfs has the logical unit. */
  static final String UNIT = CONFIGURATION + "/core/fileio_0/disk";

  private static final int MEGABYTES = 64;

  private final Guest guest;

  private LioTarget(Guest guest) {
    this.guest = guest;
  }

  /**
   * Makes the logical unit, on a file in the guest's memory.
   *
   * @param serial its unit serial number
   */
  public static LioTarget create(Guest guest, String serial) {
    guest.afterwards("rmdir %s; rm -f /run/lio.image".formatted(UNIT));
    guest.run(
        """
        mkdir -p /etc/target
        modprobe -a sd_mod sg target_core_mod target_core_file
        mountpoint -q /sys/kernel/config || mount -t configfs configfs /sys/kernel/config
        mkdir -p %1$s
        truncate -s %2$dM /run/lio.image
        echo fd_dev_name=/run/lio.image,fd_dev_size=$((%2$d << 20)) > %1$s/control
        echo 1 > %1$s/enable
        echo %3$s > %1$s/wwn/vpd_unit_serial"""
            .formatted(UNIT, MEGABYTES, serial));
    return new LioTarget(guest);
  }

  /** Adds a target port group. */
  public void portGroup(String name, int id, AluaState state) {
    guest.afterwards("rmdir %s/alua/%s".formatted(UNIT, name));
    guest.run(
        """
        mkdir %1$s/alua/%2$s
        echo %3$d > %1$s/alua/%2$s/tg_pt_gp_id
        echo 3 > %1$s/alua/%2$s/alua_access_type
        echo %4$d > %1$s/alua/%2$s/alua_access_state"""
            .formatted(UNIT, name, id, state.code()));
  }

  /** Changes the state of a target port group, as the array does. */
  public void setState(String portGroup, AluaState state) {
    guest.run("echo %d > %s/alua/%s/alua_access_state".formatted(state.code(), UNIT, portGroup));
  }

  /** Sets or clears the preferred bit of a target port group. */
  public void prefer(String portGroup, boolean preferred) {
    guest.run("echo %d > %s/alua/%s/preferred".formatted(preferred ? 1 : 0, UNIT, portGroup));
  }

  /** How many commands the logical unit has been sent, over all ports. */
  public long commands() {
    return Long.parseLong(guest.read(UNIT + "/statistics/scsi_lu/num_cmds"));
  }

  /**
   * Adds a port in this very kernel, which brings a SCSI host and a path.
   *
   * @param number 1 to 9, part of its name
   * @param portGroup the target port group it belongs to
   */
  public void loopbackPort(int number, String portGroup) {
    String port = CONFIGURATION + "/loopback/naa.600140500000000" + number;
    guest.afterwards(
        """
        rm %1$s/tpgt_1/lun/lun_0/disk
        rmdir %1$s/tpgt_1/lun/lun_0 %1$s/tpgt_1 %1$s"""
            .formatted(port));
    guest.run(
        """
        modprobe tcm_loop
        mkdir -p %1$s/tpgt_1/lun/lun_0
        echo naa.600140500000001%2$d > %1$s/tpgt_1/nexus
        ln -s %3$s %1$s/tpgt_1/lun/lun_0/disk
        echo %4$s > %1$s/tpgt_1/lun/lun_0/alua_tg_pt_gp
        udevadm settle -t 60"""
            .formatted(port, number, UNIT, portGroup));
  }
}
