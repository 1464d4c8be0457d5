package org.polypath.vendor.datacore;

import org.polypath.api.device.Bytes;
import org.polypath.scsi.Decoded;

/**
 * The storage domain server that answers: the vendor's part of the standard INQUIRY data.
 *
 * @param field the characters that hold the server's name, 16 or fewer
 */
record ServerName(String field) {
  /** How much of the data is asked for, in bytes. */
  static final int LENGTH = 255;

  private static final int START = 112;
  private static final int FIELD = 16;

  /** Reads the data; those that end before the field name no server. */
  static Decoded<ServerName> decode(Bytes inquiry) {
    return Decoded.of(new ServerName(inquiry.slice(START, FIELD).text()));
  }

  /** Whether the field holds a name, or a part of it, anywhere. */
  boolean contains(String name) {
    return field.contains(name);
  }

  /** The name without what fills the field up. */
  @Override
  public String toString() {
    return field.replaceAll("[^\\x21-\\x7e]+", " ").strip();
  }
}
