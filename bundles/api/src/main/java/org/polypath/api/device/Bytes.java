package org.polypath.api.device;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Bytes that do not change. Numbers are big-endian, as SCSI's are. Reading past the end gives 0, so
 * that a short answer is never an exception; ask {@link #has} where the difference matters.
 */
public final class Bytes {
  /** No bytes. */
  public static final Bytes EMPTY = new Bytes(new byte[0]);

  private final byte[] content;

  private Bytes(byte[] content) {
    this.content = content;
  }

  /** A copy of an array. */
  public static Bytes of(byte[] bytes) {
    return bytes.length == 0 ? EMPTY : new Bytes(bytes.clone());
  }

  /** Bytes from numbers; only the low 8 bits of each count. */
  public static Bytes of(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return new Bytes(bytes);
  }

  /** Bytes from pairs of hexadecimal digits; blanks are skipped. */
  public static Bytes ofHex(String digits) {
    return new Bytes(HexFormat.of().parseHex(digits.replaceAll("\\s", "")));
  }

  /** How many bytes there are. */
  public int length() {
    return content.length;
  }

  /** Whether {@code count} bytes are there from {@code offset} on. */
  public boolean has(int offset, int count) {
    return offset >= 0 && count >= 0 && (long) offset + count <= content.length;
  }

  /** The byte at an offset, 0 to 255; 0 outside. */
  public int u8(int offset) {
    return offset >= 0 && offset < content.length ? content[offset] & 0xff : 0;
  }

  /** The 16-bit number at an offset. */
  public int u16(int offset) {
    return u8(offset) << 8 | u8(offset + 1);
  }

  /** The 32-bit number at an offset, unsigned. */
  public long u32(int offset) {
    return (long) u16(offset) << 16 | u16(offset + 2);
  }

  /** The 64-bit number at an offset. */
  public long u64(int offset) {
    return u32(offset) << 32 | u32(offset + 4);
  }

  /** The bytes from {@code offset} on, {@code count} of them or as many as there are. */
  public Bytes slice(int offset, int count) {
    int from = Math.max(0, Math.min(offset, content.length));
    int to = Math.max(from, (int) Math.min((long) offset + count, content.length));
    return from == 0 && to == content.length
        ? this
        : new Bytes(Arrays.copyOfRange(content, from, to));
  }

  /** The bytes as ISO 8859-1 text, so that each byte is one character. */
  public String text() {
    return new String(content, StandardCharsets.ISO_8859_1);
  }

  /** The bytes as lower-case hexadecimal digits without blanks. */
  public String hex() {
    return HexFormat.of().formatHex(content);
  }

  /** A copy as an array. */
  public byte[] toArray() {
    return content.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bytes bytes && Arrays.equals(content, bytes.content);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(content);
  }

  @Override
  public String toString() {
    return hex();
  }
}
