package org.polypath.config.property;

import java.util.Optional;
import org.polypath.api.settings.Failback;

/** When to go back to the best group. */
final class FailbackType implements ValueType<Failback> {
  static final FailbackType TYPE = new FailbackType();

  private FailbackType() {}

  @Override
  public Reading<Failback> read(String keyword, String text) {
    return switch (text) {
      case "immediate" -> Reading.of(Failback.IMMEDIATE);
      case "manual" -> Reading.of(Failback.MANUAL);
      case "followover" -> Reading.of(Failback.FOLLOWOVER);
      default -> seconds(keyword, text);
    };
  }

  private Reading<Failback> seconds(String keyword, String text) {
    if (WholeNumber.digits(text).isEmpty()) {
      return Reading.invalid(keyword, text, wanted());
    }
    Reading<Integer> seconds = WholeNumber.NATURAL.read(keyword, text);
    if (seconds.value().equals(Optional.of(0))) {
      // the reference takes 0 for "not set", not for "at once"
      return Reading.none(
          Complaint.warning(
              "the value " + text + " does not set failback",
              "as if not written; for no delay write \"immediate\""));
    }
    return new Reading<>(seconds.value().map(Failback::after), seconds.complaint());
  }

  @Override
  public String write(Failback value) {
    return switch (value.mode()) {
      case IMMEDIATE -> "\"immediate\"";
      case MANUAL -> "\"manual\"";
      case FOLLOWOVER -> "\"followover\"";
      case DEFERRED -> Integer.toString(value.seconds());
    };
  }

  @Override
  public String wanted() {
    return "immediate, followover, manual, or a number of seconds";
  }
}
