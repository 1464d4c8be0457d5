package org.polypath.config.property;

/** {@code yes} (also {@code 1}) or {@code no} (also {@code 0}). */
final class YesNo implements ValueType<Boolean> {
  static final YesNo TYPE = new YesNo();

  private YesNo() {}

  @Override
  public Reading<Boolean> read(String keyword, String text) {
    return switch (text) {
      case "yes", "1" -> Reading.of(true);
      case "no", "0" -> Reading.of(false);
      default -> Reading.invalid(keyword, text, wanted());
    };
  }

  @Override
  public String write(Boolean value) {
    return value ? "\"yes\"" : "\"no\"";
  }

  @Override
  public String wanted() {
    return "yes or no";
  }
}
