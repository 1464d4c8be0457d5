package org.polypath.config.property;

import org.polypath.api.settings.NoPathRetry;

/** What happens to I/O when no path is usable. */
final class NoPathRetryType implements ValueType<NoPathRetry> {
  static final NoPathRetryType TYPE = new NoPathRetryType();

  private static final WholeNumber CHECKS = new WholeNumber(1, Integer.MAX_VALUE);

  private NoPathRetryType() {}

  @Override
  public Reading<NoPathRetry> read(String keyword, String text) {
    return switch (text) {
      case "fail", "0" -> Reading.of(NoPathRetry.FAIL);
      case "queue" -> Reading.of(NoPathRetry.QUEUE);
      default -> checks(keyword, text);
    };
  }

  private Reading<NoPathRetry> checks(String keyword, String text) {
    if (WholeNumber.digits(text).isEmpty()) {
      return Reading.invalid(keyword, text, wanted());
    }
    Reading<Integer> checks = CHECKS.read(keyword, text);
    return new Reading<>(checks.value().map(NoPathRetry::retries), checks.complaint());
  }

  @Override
  public String write(NoPathRetry value) {
    return switch (value.mode()) {
      case FAIL, UNDEFINED -> "\"fail\"";
      case QUEUE -> "\"queue\"";
      case RETRY -> Integer.toString(value.checks());
    };
  }

  @Override
  public String wanted() {
    return "fail, queue, or a number of check intervals";
  }
}
