package org.polypath.config.property;

/** A name for a device node: no slash in it. */
final class NameWithoutSlash implements ValueType<String> {
  static final NameWithoutSlash TYPE = new NameWithoutSlash();

  private NameWithoutSlash() {}

  @Override
  public Reading<String> read(String keyword, String text) {
    return text.indexOf('/') < 0
        ? Reading.of(text)
        : Reading.none(
            Complaint.warning(text + " cannot contain a slash. Ignoring", keyword + " not set"));
  }

  @Override
  public String write(String value) {
    return Quoted.of(value);
  }

  @Override
  public String wanted() {
    return "text without a slash";
  }
}
