package org.polypath.simulator.san;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;

/**
 * What is on a disk: a pattern that follows from the position, and over it the blocks that were
 * written. Only these take memory.
 */
final class DiskContent {
  private static final int BLOCK = 4096;

  private final long seed;
  private final Map<Long, byte[]> written = new HashMap<>();

  DiskContent(long seed) {
    this.seed = seed;
  }

  byte[] read(long offset, int length) {
    byte[] result = new byte[length];
    int done = 0;
    while (done < length) {
      long block = (offset + done) / BLOCK;
      int within = (int) ((offset + done) % BLOCK);
      int count = Math.min(BLOCK - within, length - done);
      byte[] content = written.getOrDefault(block, new byte[0]);
      if (content.length == 0) {
        content = pattern(block);
      }
      System.arraycopy(content, within, result, done, count);
      done += count;
    }
    return result;
  }

  void write(long offset, byte[] data) {
    int done = 0;
    while (done < data.length) {
      long block = (offset + done) / BLOCK;
      int within = (int) ((offset + done) % BLOCK);
      int count = Math.min(BLOCK - within, data.length - done);
      byte[] content = written.computeIfAbsent(block, this::pattern);
      System.arraycopy(data, done, content, within, count);
      done += count;
    }
  }

  /** Eight-byte words, each mixed from its own position (Steele's SplitMix64 finalizer). */
  private byte[] pattern(long block) {
    ByteBuffer content = ByteBuffer.allocate(BLOCK);
    for (int word = 0; word < BLOCK / 8; word++) {
      long z = seed + (block * BLOCK / 8 + word) * 0x9e3779b97f4a7c15L;
      z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
      z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
      content.putLong(z ^ (z >>> 31));
    }
    return content.array();
  }
}
