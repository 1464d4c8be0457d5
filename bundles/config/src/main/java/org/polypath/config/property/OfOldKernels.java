package org.polypath.config.property;

import java.util.Optional;

/**
 * Values that only kernels of long ago took: they are read and printed, and it is said that they do
 * nothing.
 *
 * @param type the values
 * @param instead what holds instead
 * @param <T> the values
 */
record OfOldKernels<T>(ValueType<T> type, String instead) implements ValueType<T> {
  @Override
  public Reading<T> read(String keyword, String text) {
    Reading<T> reading = type.read(keyword, text);
    Complaint note = Complaint.note(keyword + " is for old kernels", instead);
    return new Reading<>(reading.value(), Optional.of(reading.complaint().orElse(note)));
  }

  @Override
  public String write(T value) {
    return type.write(value);
  }

  @Override
  public String wanted() {
    return type.wanted();
  }
}
