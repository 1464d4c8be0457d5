package org.polypath.lab.bench;

/**
 * One SCSI disk of the guest, which is one path to a logical unit.
 *
 * @param address its host, channel, target and logical unit, for instance {@code 0:0:1:0}
 * @param name the kernel's name, for instance {@code sda}
 */
public record ScsiPath(String address, String name) {
  /** The number of its host. */
  public int host() {
    return Integer.parseInt(address.substring(0, address.indexOf(':')));
  }

  /** The number of its logical unit. */
  public int unit() {
    return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
  }
}
