package org.polypath.lab.bench;

import org.polypath.lab.Guest;

/**
 * A map with a file system that holds all that a daemon is made of: its programs, the JDK, the C
 * library, its configuration and what it remembers. A daemon started on it has nothing else but
 * what the kernel makes, and {@code /run}, which is in memory.
 */
public final class SystemDisk {
  /** What a disk needs for it. */
  public static final int MEGABYTES = 320;

  private static final String ROOT = "/srv/system";

  private final Guest guest;
  private final Polypath polypath;

  private SystemDisk(Guest guest, Polypath polypath) {
    this.guest = guest;
    this.polypath = polypath;
  }

  /**
   * Makes the file system and mounts it.
   *
   * @param polypath what is installed on it, with the configuration that the guest has
   * @param map what it is made on
   */
  public static SystemDisk install(Guest guest, Polypath polypath, String map) {
    String node = DeviceMapper.awaitNode(guest, map);
    guest.afterwards("umount -R " + ROOT);
    guest.run(tree(polypath) + "mke2fs -q -F -t ext4 -O ^has_journal -d . %s\nEND".formatted(node));
    guest.run(
        """
        mkdir -p %1$s; mount %2$s %1$s
        for folder in proc sys dev run; do mount --rbind /$folder %1$s/$folder; done"""
            .formatted(ROOT, node));
    return new SystemDisk(guest, polypath);
  }

  /** Lays out what is to be on it; nothing of that is copied but libraries. */
  private static String tree(Polypath polypath) {
    return """
        unshare -m bash -e << 'END'
        mkdir -p /run/tree; mount -t tmpfs tree /run/tree; cd /run/tree
        show() { mkdir -p ".$1"; mount --bind "$1" ".$1"; }
        mkdir -p proc sys dev run tmp usr/lib usr/lib64 usr/bin etc/multipath
        ln -s usr/lib usr/lib64 usr/bin .
        show %s
        for part in bin lib conf; do show $JAVA_HOME/$part; done
        cp $JAVA_HOME/release .$JAVA_HOME
        cp -r /etc/java-*-openjdk /etc/passwd /etc/group /etc/nsswitch.conf /etc/ld.so.cache etc
        cp /etc/multipath.conf etc
        own="$(ldconfig -p | sed -n 's/.*lib\\(devmapper\\|udev\\|gcc_s\\)[.]so[.][0-9.]* .*=> //p')"
        libraries=$(ldd /bin/bash $own $JAVA_HOME/bin/java $JAVA_HOME/lib/server/libjvm.so |
          sed -n 's/.*=> \\(.*\\) (.*/\\1/p; s/^\\t\\(\\/.*\\) (.*/\\1/p' | grep -v "^$JAVA_HOME" | sort -u)
        cp --parents $own $libraries .
        cp /bin/bash usr/bin
        cp $JAVA_HOME/bin/java never-read
        """
        .formatted(polypath.distribution());
  }

  /**
   * Starts a daemon that lives on it, and waits until it answers.
   *
   * @param preparation a line of shell that is run before
   */
  public Daemon start(String preparation) {
    return Daemon.start(
        guest,
        polypath,
        "%s; exec chroot %s %s -d".formatted(preparation, ROOT, polypath.multipathd()));
  }

  /**
   * A script that reads a file which nobody has read before; it fails if what it reads is wrong.
   */
  public String readForTheFirstTime() {
    return "cmp $JAVA_HOME/bin/java " + file("never-read");
  }

  /** Where the guest sees a file of it. */
  public String file(String name) {
    return ROOT + "/" + name;
  }
}
