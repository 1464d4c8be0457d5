package org.polypath.linux.sysfs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.polypath.api.device.Bytes;

/** Builds something that looks like {@code /sys}, with the links the kernel makes. */
public final class SysfsTree {
  private final Path root;

  /** An empty tree in a directory. */
  public SysfsTree(Path root) {
    this.root = root;
    directory("class");
    directory("block");
  }

  /** The tree as the code under test sees it. */
  public Sysfs sysfs() {
    return new Sysfs(root);
  }

  /**
   * Adds a SCSI disk with what every disk has.
   *
   * @param name the kernel's name
   * @param number the device number
   * @param device the device's directory below the root, whose name is the SCSI address
   */
  public Disk disk(String name, String number, String device) {
    Path block = directory(device + "/block/" + name);
    link(block.resolve("device"), root.resolve(device));
    link(root.resolve("block").resolve(name), block);
    return new Disk(name, device)
        .of("dev", number)
        .of("size", "131072")
        .of("ro", "0")
        .ofDevice("vendor", "LIO-ORG ")
        .ofDevice("model", "FILEIO          ")
        .ofDevice("rev", "4.0 ")
        .ofDevice("state", "running")
        .ofDevice("timeout", "30");
  }

  /** Adds an attribute of a device in a class. */
  public void ofClass(String className, String device, String attribute, String value) {
    text("class/" + className + "/" + device + "/" + attribute, value);
  }

  /** Takes a disk away, as the kernel does when a device leaves. */
  public void remove(String name) {
    try {
      Files.delete(root.resolve("block").resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void text(String path, String value) {
    bytes(path, (value + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private void bytes(String path, byte[] value) {
    try {
      Path file = root.resolve(path);
      Files.createDirectories(file.getParent());
      Files.write(file, value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path directory(String path) {
    try {
      return Files.createDirectories(root.resolve(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void link(Path link, Path target) {
    try {
      Files.createSymbolicLink(link, target);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One disk of the tree. */
  public final class Disk {
    private final String name;
    private final String device;

    private Disk(String name, String device) {
      this.name = name;
      this.device = device;
    }

    /** Sets an attribute of the block device. */
    public Disk of(String attribute, String value) {
      text(device + "/block/" + name + "/" + attribute, value);
      return this;
    }

    /** Sets an attribute of the SCSI device. */
    public Disk ofDevice(String attribute, String value) {
      text(device + "/" + attribute, value);
      return this;
    }

    /** Sets a binary attribute of the SCSI device. */
    public Disk page(String attribute, Bytes value) {
      bytes(device + "/" + attribute, value.toArray());
      return this;
    }

    /** Sets the pages that a target of the kernel answers, port group 1. */
    public Disk linuxTargetPages() {
      return page("inquiry", LINUX_TARGET_INQUIRY)
          .page("vpd_pg80", LINUX_TARGET_SERIAL)
          .page("vpd_pg83", LINUX_TARGET_IDENTIFICATION);
    }
  }

  /** Standard INQUIRY data as read from a disk of the kernel's own target. */
  public static final Bytes LINUX_TARGET_INQUIRY =
      Bytes.ofHex("000006025bb810024c494f2d4f52472046494c45494f20202020202020202020342e3020");

  /** Page 0x80 of the same disk. */
  public static final Bytes LINUX_TARGET_SERIAL =
      Bytes.ofHex("0080000e34613162326333642d3030303100");

  /** Page 0x83 of the same disk through a port of group 1. */
  public static final Bytes LINUX_TARGET_IDENTIFICATION =
      Bytes.ofHex(
          "0083008d0103001060014054a1b2c3d000100000000000000201001d4c494f2d4f52472046494c45"
              + "494f3a34613162326333642d303030310061940004000000016195000400000001010600040000"
              + "0000639800206e61612e363030313430353030303030303030312c742c30783030303100000063"
              + "a800186e61612e3630303134303530303030303030303100000000");
}
