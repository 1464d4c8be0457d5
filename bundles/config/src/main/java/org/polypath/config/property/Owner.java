package org.polypath.config.property;

/** A user or a group: number or name. Whether the name exists is not looked up here. */
final class Owner implements ValueType<String> {
  static final Owner TYPE = new Owner();

  private Owner() {}

  @Override
  public Reading<String> read(String keyword, String text) {
    return text.matches("[0-9]{1,10}|[A-Za-z_][A-Za-z0-9_.-]*\\$?")
        ? Reading.of(text)
        : Reading.invalid(keyword, text, wanted());
  }

  @Override
  public String write(String value) {
    return value;
  }

  @Override
  public String wanted() {
    return "a number or a name";
  }
}
