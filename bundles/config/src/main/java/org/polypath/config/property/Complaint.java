package org.polypath.config.property;

/**
 * What is wrong with a value.
 *
 * @param text what is wrong
 * @param instead what happens instead
 * @param fatal whether the file cannot be used
 */
public record Complaint(String text, String instead, boolean fatal) {
  /** The file can be used all the same. */
  public static Complaint warning(String text, String instead) {
    return new Complaint(text, instead, false);
  }
}
