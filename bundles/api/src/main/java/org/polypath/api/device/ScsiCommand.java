package org.polypath.api.device;

import java.time.Duration;

/**
 * A SCSI command that reads, writes, or transfers nothing.
 *
 * @param block the command descriptor block, 6 to 32 bytes
 * @param responseLength the longest answer in bytes, 0 to {@link #MAX_TRANSFER}; 0 for a command
 *     that reads nothing
 * @param payload what is sent to the device, for instance the parameter list of MODE SELECT; at
 *     most {@link #MAX_TRANSFER} bytes, none for a command that reads
 * @param timeout how long the kernel waits for the answer, at least one millisecond
 */
public record ScsiCommand(Bytes block, int responseLength, Bytes payload, Duration timeout) {
  /** The most bytes that one command transfers. */
  public static final int MAX_TRANSFER = 65536;

  /** Checks the bounds. */
  public ScsiCommand {
    if (block.length() < 6 || block.length() > 32) {
      throw new IllegalArgumentException("a CDB has 6 to 32 bytes, this one " + block.length());
    }
    if (responseLength < 0 || responseLength > MAX_TRANSFER || timeout.toMillis() < 1) {
      throw new IllegalArgumentException(
          "response length " + responseLength + ", timeout " + timeout);
    }
    if (payload.length() > MAX_TRANSFER || (payload.length() > 0 && responseLength > 0)) {
      throw new IllegalArgumentException(
          "payload of " + payload.length() + " bytes, response length " + responseLength);
    }
  }

  /** A command that reads, or with length 0 transfers nothing. */
  public ScsiCommand(Bytes block, int responseLength, Duration timeout) {
    this(block, responseLength, Bytes.EMPTY, timeout);
  }

  /** A command that sends bytes to the device. */
  public static ScsiCommand sending(Bytes block, Bytes payload, Duration timeout) {
    return new ScsiCommand(block, 0, payload, timeout);
  }
}
