package org.polypath.lab.bench;

import org.polypath.lab.Guest;

/**
 * The failover exercise's storage network: an iSCSI target with the portals 192.168.1.15 and
 * 192.168.2.15 in a network namespace of its own, and this host's links to them, {@code eth1} and
 * {@code eth2}. A path over a cut link fails within some seconds.
 */
public final class IscsiPortals {
  private static final String TARGET_NAME = "iqn.2026-01.org.example:disk1";
  private static final String TARGET = LioTarget.CONFIGURATION + "/iscsi/" + TARGET_NAME;

  private final Guest guest;

  private IscsiPortals(Guest guest) {
    this.guest = guest;
  }

  /** Offers the logical unit on both portals and logs in to both. */
  public static IscsiPortals connect(Guest guest) {
    links(guest);
    target(guest);
    login(guest);
    return new IscsiPortals(guest);
  }

  /** Cuts a link: nothing gets through, and nobody is told. */
  public void cut(String link) {
    guest.run("ip link set %s down".formatted(link));
  }

  /** Mends a link. */
  public void mend(String link) {
    guest.run("ip link set %s up".formatted(link));
  }

  private static void links(Guest guest) {
    guest.afterwards("ip netns delete san; ip link delete eth1; ip link delete eth2");
    guest.run(
        """
        modprobe veth
        ip netns add san
        for n in 1 2; do
          ip link add eth$n type veth peer name port$n netns san
          ip address add 192.168.$n.10/24 dev eth$n
          ip link set eth$n up
          ip -n san address add 192.168.$n.15/24 dev port$n
          ip -n san link set port$n up
        done""");
  }

  /** The target's sockets belong to the namespace in which its portals are made. */
  private static void target(Guest guest) {
    guest.afterwards(
        """
        echo 0 > %1$s/tpgt_1/enable
        rmdir %1$s/tpgt_1/np/*
        rm %1$s/tpgt_1/lun/lun_0/disk
        rmdir %1$s/tpgt_1/lun/lun_0 %1$s/tpgt_1 %1$s"""
            .formatted(TARGET));
    guest.run(
        """
        modprobe iscsi_target_mod
        ip netns exec san bash -c '
          mountpoint -q /sys/kernel/config || mount -t configfs configfs /sys/kernel/config
          mkdir -p %1$s/tpgt_1/lun/lun_0
          ln -s %2$s %1$s/tpgt_1/lun/lun_0/disk
          mkdir %1$s/tpgt_1/np/192.168.1.15:3260 %1$s/tpgt_1/np/192.168.2.15:3260
          echo 0 > %1$s/tpgt_1/attrib/authentication
          echo 0 > %1$s/tpgt_1/attrib/demo_mode_write_protect
          echo 1 > %1$s/tpgt_1/attrib/generate_node_acls
          echo 1 > %1$s/tpgt_1/enable'"""
            .formatted(TARGET, LioTarget.UNIT));
  }

  private static void login(Guest guest) {
    guest.afterwards("iscsiadm -m node -u; pkill -x iscsid; rm -rf /etc/iscsi/nodes");
    guest.run(
        """
        modprobe iscsi_tcp
        mkdir -p /run/lock/iscsi
        echo InitiatorName=iqn.2026-01.org.example:host > /etc/iscsi/initiatorname.iscsi
        cat > /etc/iscsi/iscsid.conf <<END
        node.session.timeo.replacement_timeout = 5
        node.conn[0].timeo.noop_out_interval = 2
        node.conn[0].timeo.noop_out_timeout = 2
        END
        iscsid
        iscsiadm -m discovery -t sendtargets -p 192.168.1.15
        iscsiadm -m node -l
        udevadm settle -t 60""");
  }
}
