package org.polypath.config.property;

import java.util.Optional;

/**
 * What came of reading a value's text.
 *
 * @param value the value; empty if the text is no value
 * @param complaint what is wrong with the text, if something is
 */
public record Reading<T>(Optional<T> value, Optional<Complaint> complaint) {
  /** A good value. */
  public static <T> Reading<T> of(T value) {
    return new Reading<>(Optional.of(value), Optional.empty());
  }

  /** A value that stands for the one written. */
  public static <T> Reading<T> instead(T value, Complaint complaint) {
    return new Reading<>(Optional.of(value), Optional.of(complaint));
  }

  /** No value. */
  public static <T> Reading<T> none(Complaint complaint) {
    return new Reading<>(Optional.empty(), Optional.of(complaint));
  }

  /** No value: the text is none of those that the property takes. */
  public static <T> Reading<T> invalid(String keyword, String text, String wanted) {
    return none(
        Complaint.warning(
            "invalid value for " + keyword + ": \"" + text + "\"", "ignored: " + wanted));
  }
}
