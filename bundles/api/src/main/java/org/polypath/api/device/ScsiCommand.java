package org.polypath.api.device;

import java.time.Duration;

/**
 * A SCSI command that reads, or transfers nothing.
 *
 * @param block the command descriptor block, 6 to 32 bytes
 * @param responseLength the longest answer in bytes, 0 to {@link #MAX_RESPONSE}; 0 for a command
 *     without data
 * @param timeout how long the kernel waits for the answer, at least one millisecond
 */
public record ScsiCommand(Bytes block, int responseLength, Duration timeout) {
  /** The longest answer that may be asked for, in bytes. */
  public static final int MAX_RESPONSE = 65536;

  /** Checks the bounds. */
  public ScsiCommand {
    if (block.length() < 6 || block.length() > 32) {
      throw new IllegalArgumentException("a CDB has 6 to 32 bytes, this one " + block.length());
    }
    if (responseLength < 0 || responseLength > MAX_RESPONSE || timeout.toMillis() < 1) {
      throw new IllegalArgumentException(
          "response length " + responseLength + ", timeout " + timeout);
    }
  }
}
