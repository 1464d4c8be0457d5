package org.polypath.deployer;

import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Unpacks an entry of an archive: it must be as long and have the check sum that is announced. */
final class EntryContent {
  private static final int STORED = 0;
  private static final int DEFLATED = 8;
  private static final int BLOCK = 1 << 14;

  /** Takes content piece by piece: it may be much. */
  interface Sink {
    void take(byte[] bytes, int offset, int length);
  }

  private final ArchiveEntry entry;
  private final Sink sink;
  private final CRC32 crc = new CRC32();
  private long size;

  private EntryContent(ArchiveEntry entry, Sink sink) {
    this.entry = entry;
    this.sink = sink;
  }

  /**
   * Unpacks.
   *
   * @param archive holds the entry's content
   * @param at from here
   * @throws RefusedException it is not what is announced
   */
  static void unpack(byte[] archive, int at, ArchiveEntry entry, Sink sink)
      throws RefusedException {
    EntryContent content = new EntryContent(entry, sink);
    boolean whole =
        !entry.isEncrypted()
            && switch (entry.method()) {
              case STORED -> content.copy(archive, at);
              case DEFLATED -> content.inflate(archive, at);
              default -> false;
            };
    if (!whole || content.size != entry.size() || (int) content.crc.getValue() != entry.crc()) {
      throw entry.damaged();
    }
  }

  /** What is stored cannot be followed by its sizes: nobody would find its end. */
  private boolean copy(byte[] archive, int at) {
    take(archive, at, entry.packed());
    return !entry.sizesFollow();
  }

  private boolean inflate(byte[] archive, int at) {
    Inflater inflater = new Inflater(true);
    try {
      inflater.setInput(archive, at, entry.packed());
      byte[] block = new byte[BLOCK];
      int length = inflater.inflate(block);
      while (length > 0 && size <= entry.size()) {
        take(block, 0, length);
        length = inflater.inflate(block);
      }
      return inflater.finished() && inflater.getBytesRead() == entry.packed();
    } catch (DataFormatException e) {
      return false;
    } finally {
      inflater.end();
    }
  }

  private void take(byte[] bytes, int offset, int length) {
    size += length;
    crc.update(bytes, offset, length);
    sink.take(bytes, offset, length);
  }
}
