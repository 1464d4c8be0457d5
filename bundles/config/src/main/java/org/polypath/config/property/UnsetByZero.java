package org.polypath.config.property;

import java.util.Optional;

/**
 * Values of another type, except that {@code 0} means: as if the line were not there.
 *
 * @param type the values
 * @param <T> the values
 */
record UnsetByZero<T>(ValueType<T> type) implements ValueType<T> {
  @Override
  public Reading<T> read(String keyword, String text) {
    Reading<T> reading = type.read(keyword, text);
    Optional<T> value = reading.value().filter(found -> !isZero(found));
    return reading.value().isPresent() && value.isEmpty()
        ? Reading.none(
            reading
                .complaint()
                .orElse(
                    Complaint.warning("the value 0 does not set " + keyword, "as if not written")))
        : reading;
  }

  private boolean isZero(T value) {
    return type.write(value).equals("0");
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
