package org.polypath.config.property;

/**
 * A word of old files that no longer does anything.
 *
 * @param instead what happens instead
 */
record Retired(String instead) implements ValueType<String> {
  @Override
  public Reading<String> read(String keyword, String text) {
    return Reading.none(
        Complaint.warning("ignoring deprecated option \"" + keyword + "\"", instead));
  }

  @Override
  public String write(String value) {
    return Quoted.of(value);
  }

  @Override
  public String wanted() {
    return "ignored";
  }
}
