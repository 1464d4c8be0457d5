package org.polypath.lab.bench;

import java.util.List;
import org.polypath.lab.Guest;

/**
 * An array's two controllers, each with a portal, a session and its own view of logical unit 1, so
 * that what is behind one path can be exchanged while the path's device stays.
 */
public final class IscsiControllers {
  private static final String TARGET_NAME = "iqn.2026-01.org.example:controller";

  /** Not 0: a target answers for that one even if it has none. */
  private static final String LUN = "tpgt_1/lun/lun_1";

  private final Guest guest;

  private IscsiControllers(Guest guest) {
    this.guest = guest;
  }

  /** One of the two. */
  public enum Controller {
    /** Whose target port group is {@code left}. */
    LEFT("left", 3261),
    /** Whose target port group is {@code right}. */
    RIGHT("right", 3262);

    private final String side;
    private final int port;

    Controller(String side, int port) {
      this.side = side;
      this.port = port;
    }

    /** The name of its target port group. */
    public String portGroup() {
      return side;
    }

    /** The other one. */
    public Controller other() {
      return this == LEFT ? RIGHT : LEFT;
    }

    private String targetName() {
      return TARGET_NAME + "-" + side;
    }

    private String target() {
      return LioTarget.CONFIGURATION + "/iscsi/" + targetName();
    }
  }

  /** Offers the logical unit on both and logs in to both, the left one first. */
  public static IscsiControllers connect(Guest guest, LioTarget unit) {
    IscsiControllers controllers = new IscsiControllers(guest);
    guest.run("modprobe -a iscsi_target_mod iscsi_tcp");
    for (Controller controller : Controller.values()) {
      controllers.offer(controller, unit);
    }
    controllers.login();
    return controllers;
  }

  private void offer(Controller controller, LioTarget unit) {
    guest.afterwards(
        """
        echo 0 > %1$s/tpgt_1/enable
        rmdir %1$s/tpgt_1/np/*
        rm %1$s/%2$s/disk
        rmdir %1$s/%2$s %1$s/tpgt_1 %1$s"""
            .formatted(controller.target(), LUN));
    guest.run(
        """
        mkdir -p %1$s/%2$s
        mkdir %1$s/tpgt_1/np/127.0.0.1:%3$d
        echo 0 > %1$s/tpgt_1/attrib/authentication
        echo 0 > %1$s/tpgt_1/attrib/demo_mode_write_protect
        echo 1 > %1$s/tpgt_1/attrib/generate_node_acls
        echo 1 > %1$s/tpgt_1/enable"""
            .formatted(controller.target(), LUN, controller.port));
    present(controller, unit);
    joinPortGroup(controller);
  }

  private void login() {
    guest.afterwards("iscsiadm -m node -u; pkill -x iscsid; rm -rf /etc/iscsi/nodes");
    guest.run(
        """
        mkdir -p /run/lock/iscsi
        echo InitiatorName=iqn.2026-01.org.example:host > /etc/iscsi/initiatorname.iscsi
        : > /etc/iscsi/iscsid.conf
        iscsid
        iscsiadm -m discovery -t sendtargets -p 127.0.0.1:%d
        iscsiadm -m node -T %s -l
        iscsiadm -m node -T %s -l
        udevadm settle -t 60"""
            .formatted(
                Controller.LEFT.port, Controller.LEFT.targetName(), Controller.RIGHT.targetName()));
  }

  /** Puts a logical unit behind the controller's logical unit number. */
  public void present(Controller controller, LioTarget unit) {
    guest.run("ln -s %s %s/%s/".formatted(unit.directory(), controller.target(), LUN));
  }

  /** Says that the controller belongs to its target port group of the logical unit behind it. */
  public void joinPortGroup(Controller controller) {
    guest.run(
        "echo %s > %s/%s/alua_tg_pt_gp"
            .formatted(controller.portGroup(), controller.target(), LUN));
  }

  /** Leaves nothing behind the controller's logical unit number. */
  public void withdraw(Controller controller) {
    guest.run("find %s/%s -type l -delete".formatted(controller.target(), LUN));
  }

  /** The path over the controller: the kernel's name of its disk. */
  public String pathOver(Controller controller) {
    return guest.run(sessionOf(controller) + "ls $session/device/target*/*/block").text();
  }

  /** Has the kernel forget the path over the controller. */
  public void deletePath(Controller controller) {
    guest.run(sessionOf(controller) + "echo 1 > $(ls -d $session/device/target*/*:1)/delete");
  }

  /** Has the kernel look for what the controller offers. */
  public void scan(Controller controller) {
    guest.run(
        sessionOf(controller)
            + "host=$(ls -d $session/device/../scsi_host/host*); echo '- - -' > $host/scan");
  }

  /** Has the kernel ask all paths for their size again. */
  public void readSizesAgain() {
    guest.run("for disk in /sys/block/sd*; do echo 1 > $disk/device/rescan; done");
  }

  private static String sessionOf(Controller controller) {
    return """
    for session in /sys/class/iscsi_session/*; do
      [ "$(< $session/targetname)" != %s ] || break
    done
    """
        .formatted(controller.targetName());
  }

  /** Both paths, the left controller's first. */
  public List<String> paths() {
    return List.of(pathOver(Controller.LEFT), pathOver(Controller.RIGHT));
  }
}
