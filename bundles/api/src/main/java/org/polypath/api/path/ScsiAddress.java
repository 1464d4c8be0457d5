package org.polypath.api.path;

import java.util.Optional;

/**
 * A SCSI device's address in the kernel, written {@code H:C:T:L}.
 *
 * @param host number of the host adapter
 * @param channel number of the adapter's channel
 * @param target number of the target port
 * @param lun logical unit number, as the kernel's 64-bit value
 */
public record ScsiAddress(int host, int channel, int target, long lun) {
  /** Reads {@code H:C:T:L}; empty if the text is anything else. */
  public static Optional<ScsiAddress> parse(String text) {
    String[] parts = text.split(":", -1);
    if (parts.length != 4) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new ScsiAddress(
              Integer.parseUnsignedInt(parts[0]),
              Integer.parseUnsignedInt(parts[1]),
              Integer.parseUnsignedInt(parts[2]),
              Long.parseUnsignedLong(parts[3])));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return host + ":" + channel + ":" + target + ":" + Long.toUnsignedString(lun);
  }
}
