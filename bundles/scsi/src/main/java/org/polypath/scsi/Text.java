package org.polypath.scsi;

import org.polypath.api.device.Bytes;

/** Text fields of SCSI data. */
final class Text {
  private Text() {}

  /** The text before the first NUL. */
  static String terminated(Bytes field) {
    String text = field.text();
    int end = text.indexOf('\0');
    return end < 0 ? text : text.substring(0, end);
  }

  /** The text before the first NUL, without the blanks that fill the field up. */
  static String padded(Bytes field) {
    return terminated(field).stripTrailing();
  }
}
