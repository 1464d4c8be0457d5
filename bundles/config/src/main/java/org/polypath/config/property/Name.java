package org.polypath.config.property;

/**
 * A name: any text but none.
 *
 * @param wanted what has the name
 */
record Name(String wanted) implements ValueType<String> {
  @Override
  public Reading<String> read(String keyword, String text) {
    return text.isBlank() ? Reading.invalid(keyword, text, wanted) : Reading.of(text);
  }

  @Override
  public String write(String value) {
    return Quoted.of(value);
  }
}
