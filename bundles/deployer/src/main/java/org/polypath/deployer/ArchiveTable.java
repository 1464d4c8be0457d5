package org.polypath.deployer;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * The table at the end of a zip archive (APPNOTE 4.3.12, 4.3.16).
 *
 * @param entries in its order
 * @param offset where in the archive it begins
 */
record ArchiveTable(List<ArchiveEntry> entries, int offset) {
  private static final int END_SIGNATURE = 0x06054b50;
  private static final int END = 22;
  private static final int ENTRIES_HERE = 8;
  private static final int ENTRIES = 10;
  private static final int LENGTH = 12;
  private static final int OFFSET = 16;
  private static final int COMMENT_LENGTH = 20;

  static ArchiveTable of(ByteBuffer archive) throws RefusedException {
    int end = end(archive);
    int offset = archive.getInt(end + OFFSET);
    int announced = Short.toUnsignedInt(archive.getShort(end + ENTRIES));
    // somewhere else a reader may find another table
    if (offset < 0
        || (long) offset + archive.getInt(end + LENGTH) != end
        || announced != Short.toUnsignedInt(archive.getShort(end + ENTRIES_HERE))) {
      throw new RefusedException("damaged: the table of its entries is not where its end says");
    }
    ByteBuffer table = archive.duplicate().order(archive.order()).position(offset).limit(end);
    List<ArchiveEntry> entries = new ArrayList<>();
    while (table.hasRemaining()) {
      entries.add(ArchiveEntry.next(table));
    }
    if (entries.size() != announced) {
      throw new RefusedException(
          "damaged: " + entries.size() + " entries where " + announced + " are announced");
    }
    return new ArchiveTable(List.copyOf(entries), offset);
  }

  /** The last place that looks like it must be it: readers differ in which of several they take. */
  private static int end(ByteBuffer archive) throws RefusedException {
    int last = archive.capacity() - END;
    for (int at = last; at >= 0; at--) {
      if (archive.getInt(at) == END_SIGNATURE) {
        int comment = Short.toUnsignedInt(archive.getShort(at + COMMENT_LENGTH));
        if (at + comment != last) {
          throw new RefusedException("damaged: its end is not where it should be");
        }
        return at;
      }
    }
    throw new RefusedException("cut off, or no jar: the end of the archive is missing");
  }
}
