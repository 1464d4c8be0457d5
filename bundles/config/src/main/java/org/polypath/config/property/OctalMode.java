package org.polypath.config.property;

/** Permission bits of a device node. */
final class OctalMode implements ValueType<Integer> {
  static final OctalMode TYPE = new OctalMode();

  private OctalMode() {}

  @Override
  public Reading<Integer> read(String keyword, String text) {
    return text.matches("0?[0-7]{1,3}")
        ? Reading.of(Integer.parseInt(text, 8))
        : Reading.invalid(keyword, text, wanted());
  }

  @Override
  public String write(Integer value) {
    return "0" + Integer.toOctalString(value);
  }

  @Override
  public String wanted() {
    return "an octal number up to 0777";
  }
}
