package org.polypath.config.property;

import java.util.Optional;

/**
 * A decimal number with bounds; a number outside is replaced by the bound.
 *
 * @param least the least value
 * @param most the greatest value
 */
record WholeNumber(int least, int most) implements ValueType<Integer> {
  /** 0 and more. */
  static final WholeNumber NATURAL = new WholeNumber(0, Integer.MAX_VALUE);

  @Override
  public Reading<Integer> read(String keyword, String text) {
    Optional<Long> number = digits(text);
    if (number.isEmpty()) {
      return Reading.invalid(keyword, text, wanted());
    }
    long value = number.get();
    if (value > most) {
      return Reading.instead(most, capping(keyword, "large", most));
    }
    if (value < least) {
      return Reading.instead(least, capping(keyword, "small", least));
    }
    return Reading.of((int) value);
  }

  private static Complaint capping(String keyword, String direction, int bound) {
    return Complaint.warning(
        "value for " + keyword + " too " + direction + ", capping at " + bound, "using " + bound);
  }

  /** Reads decimal digits with a sign or none; a number beyond 64 bits is the greatest. */
  static Optional<Long> digits(String text) {
    String trimmed = text.strip();
    if (!trimmed.matches("[+-]?[0-9]+")) {
      return Optional.empty();
    }
    try {
      return Optional.of(Long.parseLong(trimmed));
    } catch (NumberFormatException e) {
      return Optional.of(trimmed.startsWith("-") ? Long.MIN_VALUE : Long.MAX_VALUE);
    }
  }

  @Override
  public String write(Integer value) {
    return Integer.toString(value);
  }

  @Override
  public String wanted() {
    return most == Integer.MAX_VALUE
        ? "a number, " + least + " or more"
        : "a number from " + least + " to " + most;
  }
}
