package org.polypath.simulator.san;

import org.polypath.api.device.Bytes;

/**
 * A read or write of a disk.
 *
 * @param writes whether it writes
 * @param offset where, in bytes, a multiple of 512
 * @param length how many bytes
 * @param data what is written; empty for a read
 */
public record BlockRequest(boolean writes, long offset, int length, Bytes data) {
  /** A read. */
  public static BlockRequest read(long offset, int length) {
    return new BlockRequest(false, offset, length, Bytes.EMPTY);
  }

  /** A write. */
  public static BlockRequest write(long offset, Bytes data) {
    return new BlockRequest(true, offset, data.length(), data);
  }
}
