package org.polypath.deployer;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * An entry as the table at the end of a zip archive has it (APPNOTE 4.3.12).
 *
 * @param name its name
 * @param flags general purpose bits
 * @param method 0 stored, 8 deflated
 * @param crc CRC-32 of the content
 * @param packed bytes of the content in the archive
 * @param size bytes of the content
 * @param offset where in the archive its own header is
 */
record ArchiveEntry(String name, int flags, int method, int crc, int packed, int size, int offset) {
  private static final int SIGNATURE = 0x02014b50;
  private static final int FLAGS = 8;
  private static final int METHOD = 10;
  private static final int CRC = 16;
  private static final int PACKED = 20;
  private static final int SIZE = 24;
  private static final int NAME_LENGTH = 28;
  private static final int EXTRA_LENGTH = 30;
  private static final int COMMENT_LENGTH = 32;
  private static final int OFFSET = 42;
  private static final int HEADER = 46;

  /** Its sizes follow its content instead of standing before it. */
  private static final int SIZES_FOLLOW = 1 << 3;

  private static final int ENCRYPTED = 1;

  /** Takes the entry at the position, and moves that behind it. */
  static ArchiveEntry next(ByteBuffer table) throws RefusedException {
    int at = table.position();
    if (table.remaining() < HEADER || table.getInt(at) != SIGNATURE) {
      throw new RefusedException("damaged: the table of its entries is");
    }
    int nameLength = Short.toUnsignedInt(table.getShort(at + NAME_LENGTH));
    int length =
        HEADER
            + nameLength
            + Short.toUnsignedInt(table.getShort(at + EXTRA_LENGTH))
            + Short.toUnsignedInt(table.getShort(at + COMMENT_LENGTH));
    if (table.remaining() < length) {
      throw new RefusedException("damaged: the table of its entries is cut off");
    }
    table.position(at + length);
    return new ArchiveEntry(
        name(table, at + HEADER, nameLength),
        table.getShort(at + FLAGS),
        table.getShort(at + METHOD),
        table.getInt(at + CRC),
        table.getInt(at + PACKED),
        table.getInt(at + SIZE),
        table.getInt(at + OFFSET));
  }

  static String name(ByteBuffer archive, int at, int length) {
    byte[] name = new byte[length];
    archive.get(at, name);
    return new String(name, StandardCharsets.ISO_8859_1);
  }

  boolean sizesFollow() {
    return (flags & SIZES_FOLLOW) != 0;
  }

  boolean isEncrypted() {
    return (flags & ENCRYPTED) != 0;
  }

  RefusedException damaged() {
    return new RefusedException("damaged: the entry " + name + " is");
  }
}
