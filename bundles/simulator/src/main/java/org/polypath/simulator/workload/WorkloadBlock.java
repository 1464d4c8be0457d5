package org.polypath.simulator.workload;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.polypath.api.device.Bytes;

/**
 * A block that generated I/O writes and reads back: it carries its own index, the number of its
 * version and a checksum, so that old, foreign and torn content is told from the right one.
 */
final class WorkloadBlock {
  /** Bytes of a block. */
  static final int SIZE = 4096;

  private static final long MAGIC = 0x504f4c5950415448L; // POLYPATH

  private final int index;
  private long acknowledged;
  private long issued;
  private boolean busy;

  WorkloadBlock(int index) {
    this.index = index;
  }

  /** Where it is among the blocks of its workload, in bytes from the first. */
  long offset() {
    return (long) index * SIZE;
  }

  boolean isBusy() {
    return busy;
  }

  void setBusy(boolean newBusy) {
    busy = newBusy;
  }

  /** Whether it was ever written with success, so that a read can be verified. */
  boolean isKnown() {
    return acknowledged > 0;
  }

  /** The content of the next version. */
  Bytes nextVersion() {
    issued++;
    ByteBuffer content = ByteBuffer.allocate(SIZE);
    content.putLong(MAGIC).putLong(index).putLong(issued);
    Arrays.fill(content.array(), content.position(), SIZE - 8, (byte) (issued * 31 + index));
    content.putLong(SIZE - 8, checksum(content.array()));
    return Bytes.of(content.array());
  }

  /** The last version issued has been written. */
  void acknowledge() {
    acknowledged = issued;
  }

  /**
   * Whether this may be the content: the last version acknowledged, or one after it whose write
   * failed, for such a write may have arrived.
   */
  boolean accepts(Bytes content) {
    long version = content.u64(16);
    return content.length() == SIZE
        && content.u64(0) == MAGIC
        && content.u64(8) == index
        && version >= acknowledged
        && version <= issued
        && content.u64(SIZE - 8) == checksum(content.toArray());
  }

  private static long checksum(byte[] content) {
    CRC32 sum = new CRC32();
    sum.update(content, 0, SIZE - 8);
    return sum.getValue();
  }
}
