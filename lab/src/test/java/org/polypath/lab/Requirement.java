package org.polypath.lab;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A program that the lab runs, and the Debian package it comes from.
 *
 * @param program its file name
 * @param debianPackage what to install if it is missing
 */
public record Requirement(String program, String debianPackage) {
  /** Everything that the boot script, the guest and the scenarios run. */
  public static final List<Requirement> ALL =
      List.of(
          new Requirement("linux.uml", "user-mode-linux"),
          new Requirement("systemd-udevd", "udev"),
          new Requirement("udevadm", "udev"),
          new Requirement("modprobe", "kmod"),
          new Requirement("dmsetup", "dmsetup"),
          new Requirement("kpartx", "kpartx"),
          new Requirement("multipathd", "multipath-tools"),
          new Requirement("iscsid", "open-iscsi"),
          new Requirement("sfdisk", "fdisk"),
          new Requirement("ip", "iproute2"),
          new Requirement("mkfs.ext4", "e2fsprogs"),
          new Requirement("pgrep", "procps"),
          new Requirement("fio", "fio"),
          new Requirement("sg_raw", "sg3-utils"));

  private static final List<Path> DIRECTORIES =
      Stream.of(
              "/usr/local/sbin",
              "/usr/local/bin",
              "/usr/sbin",
              "/usr/bin",
              "/sbin",
              "/bin",
              "/usr/lib/systemd",
              "/lib/systemd")
          .map(Path::of)
          .toList();

  /** The packages that are missing on this machine; none if the lab can run. */
  public static List<String> missingPackages() {
    return missingPackages(ALL, DIRECTORIES);
  }

  static List<String> missingPackages(List<Requirement> requirements, List<Path> directories) {
    return requirements.stream()
        .filter(requirement -> !requirement.isIn(directories))
        .map(Requirement::debianPackage)
        .distinct()
        .toList();
  }

  private boolean isIn(List<Path> directories) {
    return directories.stream()
        .anyMatch(directory -> Files.isExecutable(directory.resolve(program)));
  }
}
