package org.polypath.lab.bench;

import org.polypath.lab.Guest;

/**
 * A logical unit of the kernel's own SCSI target (LIO), set up through configfs. Its ports are
 * added by {@link #loopbackPort}, by {@link IscsiPortals}, or by {@link IscsiControllers}.
 */
public final class LioTarget {
  /** Where configfs has the kernel's target. */
  static final String CONFIGURATION = "/sys/kernel/config/target";

  private static final String UNITS = CONFIGURATION + "/core/fileio_0/";

  /** The first logical unit's name. */
  private static final String DISK = "disk";

  /** Where configfs has the first logical unit. */
  static final String UNIT = UNITS + DISK;

  private static final int MEGABYTES = 64;

  private final Guest guest;
  private final String name;

  private LioTarget(Guest guest, String name) {
    this.guest = guest;
    this.name = name;
  }

  /**
   * Makes the logical unit, on a file in the guest's memory.
   *
   * @param serial its unit serial number
   */
  public static LioTarget create(Guest guest, String serial) {
    return create(guest, DISK, serial);
  }

  /**
   * Makes the logical unit with room for more than a few blocks.
   *
   * @param serial its unit serial number
   */
  public static LioTarget create(Guest guest, String serial, int megabytes) {
    return create(guest, DISK, serial, megabytes);
  }

  /**
   * Makes one of several logical units, on a file in the guest's memory.
   *
   * @param name its name in configfs
   * @param serial its unit serial number
   */
  public static LioTarget create(Guest guest, String name, String serial) {
    return create(guest, name, serial, MEGABYTES);
  }

  private static LioTarget create(Guest guest, String name, String serial, int megabytes) {
    LioTarget unit = new LioTarget(guest, name);
    guest.afterwards("rmdir %s; rm -f %s".formatted(unit.directory(), unit.image()));
    guest.run(
        """
        mkdir -p /etc/target
        modprobe -a sd_mod sg target_core_mod target_core_file
        mountpoint -q /sys/kernel/config || mount -t configfs configfs /sys/kernel/config
        mkdir -p %1$s
        truncate -s %3$dM %2$s
        echo fd_dev_name=%2$s,fd_dev_size=$((%3$d << 20)) > %1$s/control
        echo 1 > %1$s/enable
        echo %4$s > %1$s/wwn/vpd_unit_serial"""
            .formatted(unit.directory(), unit.image(), megabytes, serial));
    return unit;
  }

  /** Where configfs has it. */
  String directory() {
    return UNITS + name;
  }

  /** The file that its data are in; all zeros until something is written. */
  private String image() {
    return "/run/%s.image".formatted(name);
  }

  /** Makes it larger; a path says so when it is scanned again. */
  public void grow(int megabytes) {
    guest.run(
        "truncate -s %1$dM %2$s && echo fd_dev_size=$((%1$d << 20)) > %3$s/control"
            .formatted(megabytes, image(), directory()));
  }

  /** Whether nothing was ever written to it. */
  public boolean isUntouched() {
    return guest
            .attempt("cmp -n $(stat -c %%s %1$s) %1$s /dev/zero".formatted(image()))
            .exitStatus()
        == 0;
  }

  /** Adds a target port group. */
  public void portGroup(String group, int id, AluaState state) {
    guest.afterwards("rmdir %s/alua/%s".formatted(directory(), group));
    guest.run(
        """
        mkdir %1$s/alua/%2$s
        echo %3$d > %1$s/alua/%2$s/tg_pt_gp_id
        echo 3 > %1$s/alua/%2$s/alua_access_type
        echo %4$d > %1$s/alua/%2$s/alua_access_state"""
            .formatted(directory(), group, id, state.code()));
  }

  /** Changes the state of a target port group, as the array does. */
  public void setState(String portGroup, AluaState state) {
    guest.run(
        "echo %d > %s/alua/%s/alua_access_state".formatted(state.code(), directory(), portGroup));
  }

  /** Sets or clears the preferred bit of a target port group. */
  public void prefer(String portGroup, boolean preferred) {
    guest.run(
        "echo %d > %s/alua/%s/preferred".formatted(preferred ? 1 : 0, directory(), portGroup));
  }

  /** How many commands the logical unit has been sent, over all ports. */
  public long commands() {
    return Long.parseLong(guest.read(directory() + "/statistics/scsi_lu/num_cmds"));
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
        rm %1$s/tpgt_1/lun/lun_0/%2$s
        rmdir %1$s/tpgt_1/lun/lun_0 %1$s/tpgt_1 %1$s"""
            .formatted(port, name));
    guest.run(
        """
        modprobe tcm_loop
        mkdir -p %1$s/tpgt_1/lun/lun_0
        echo naa.600140500000001%2$d > %1$s/tpgt_1/nexus
        ln -s %3$s %1$s/tpgt_1/lun/lun_0/
        echo %4$s > %1$s/tpgt_1/lun/lun_0/alua_tg_pt_gp
        udevadm settle -t 60"""
            .formatted(port, number, directory(), portGroup));
  }
}
