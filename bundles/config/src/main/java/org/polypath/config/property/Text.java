package org.polypath.config.property;

/** Any text. */
record Text(String wanted) implements ValueType<String> {
  static final Text ANY = new Text("text");

  @Override
  public Reading<String> read(String keyword, String text) {
    return Reading.of(text);
  }

  @Override
  public String write(String value) {
    return Quoted.of(value);
  }
}
