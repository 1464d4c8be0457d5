package org.polypath.api.path;

/**
 * The world-wide identifier of a logical unit: every path with the same WWID leads to the same
 * disk.
 *
 * @param text the identifier as {@code multipath -ll} shows it, without white space, 1 to 127
 *     characters; for SCSI it starts with the designator's type digit (SPC-4 7.8.6), for instance
 *     {@code 3} for NAA
 */
public record Wwid(String text) implements Comparable<Wwid> {
  /** The longest identifier: the kernel's dm UUID (129 bytes with its NUL) less {@code mpath-}. */
  public static final int MAX_LENGTH = 122;

  /**
   * Checks the text.
   *
   * @throws IllegalArgumentException if the text is empty, longer than {@link #MAX_LENGTH} or has a
   *     blank or control character
   */
  public Wwid {
    if (!isValid(text)) {
      throw new IllegalArgumentException(
          "not a WWID: \"" + text + "\" (1 to " + MAX_LENGTH + " printable characters wanted)");
    }
  }

  /** Whether a text can be a WWID; total, for text that comes from outside. */
  public static boolean isValid(String text) {
    return !text.isEmpty()
        && text.length() <= MAX_LENGTH
        && text.chars().allMatch(c -> c > ' ' && c != 0x7f);
  }

  @Override
  public int compareTo(Wwid other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
