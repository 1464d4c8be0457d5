package org.polypath.config.property;

/** Any text, also none. */
final class Text implements ValueType<String> {
  static final Text ANY = new Text();

  private Text() {}

  @Override
  public Reading<String> read(String keyword, String text) {
    return Reading.of(text);
  }

  @Override
  public String write(String value) {
    return Quoted.of(value);
  }

  @Override
  public String wanted() {
    return "text";
  }
}
