package org.polypath.deployer;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Jars that say one thing to who reads them from the beginning, another to who reads the table. */
final class ForgedJar {
  private static final int END = 22;
  private static final int LENGTH = 12;
  private static final int OFFSET = 16;
  private static final int ENTRY = 46;
  private static final int ENTRY_NAME_LENGTH = 28;
  private static final int ENTRY_EXTRA_LENGTH = 30;
  private static final int ENTRY_OFFSET = 42;

  private ForgedJar() {}

  /** From the beginning it is the first, by the table the second. */
  static byte[] of(byte[] shown, byte[] used) {
    int hidden = table(shown);
    ByteBuffer forged =
        ByteBuffer.allocate(hidden + 1 + used.length).order(ByteOrder.LITTLE_ENDIAN);
    forged.put(shown, 0, hidden).put((byte) 0).put(used);
    int moved = hidden + 1;
    int table = moved + table(used);
    int end = forged.capacity() - END;
    forged.putInt(end + OFFSET, table);
    for (int at = table; at < end; at = next(forged, at)) {
      forged.putInt(at + ENTRY_OFFSET, forged.getInt(at + ENTRY_OFFSET) + moved);
    }
    return forged.array();
  }

  private static int next(ByteBuffer jar, int entry) {
    return entry
        + ENTRY
        + jar.getShort(entry + ENTRY_NAME_LENGTH)
        + jar.getShort(entry + ENTRY_EXTRA_LENGTH);
  }

  /** One whose table is followed by another one, in what the first takes for a comment. */
  static byte[] withTwoEnds(byte[] jar) {
    byte[] twice = Arrays.copyOf(jar, jar.length + END + 1);
    System.arraycopy(jar, jar.length - END, twice, jar.length, END);
    twice[jar.length - 2] = END + 1;
    return twice;
  }

  /** One in which the length of the first entry's content is said to be another. */
  static byte[] withLongerFirstEntry(byte[] jar) {
    byte[] forged = jar.clone();
    forged[table(jar) + 20]++;
    return forged;
  }

  private static int table(byte[] jar) {
    ByteBuffer end = ByteBuffer.wrap(jar).order(ByteOrder.LITTLE_ENDIAN);
    int table = end.getInt(jar.length - END + OFFSET);
    if (table + end.getInt(jar.length - END + LENGTH) != jar.length - END) {
      throw new IllegalArgumentException("no plain jar");
    }
    return table;
  }
}
