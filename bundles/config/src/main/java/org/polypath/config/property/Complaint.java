package org.polypath.config.property;

import org.polypath.api.settings.Finding.Severity;

/**
 * What is to be said about a value.
 *
 * @param severity whether that is a fault
 * @param text what is the matter
 * @param instead what happens instead
 */
public record Complaint(Severity severity, String text, String instead) {
  /** The value is a fault, and the file cannot be used. */
  static Complaint error(String text, String instead) {
    return new Complaint(Severity.ERROR, text, instead);
  }

  /** The value is a fault, but the file can be used all the same. */
  public static Complaint warning(String text, String instead) {
    return new Complaint(Severity.WARNING, text, instead);
  }

  /** The value is no fault; something is worth knowing about it. */
  static Complaint note(String text, String instead) {
    return new Complaint(Severity.NOTE, text, instead);
  }
}
