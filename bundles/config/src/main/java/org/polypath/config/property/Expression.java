package org.polypath.config.property;

import org.polypath.config.regex.ExtendedExpression;
import org.polypath.config.regex.ExtendedExpression.Compilation;

/**
 * A POSIX extended regular expression.
 *
 * @param invertible whether a leading {@code !} turns its meaning round
 * @param fatal whether a file with an invalid one cannot be used
 */
record Expression(boolean invertible, boolean fatal) implements ValueType<String> {
  /** A rule of a blacklist: leaving one out might take a disk that is not ours. */
  static final Expression RULE = new Expression(true, true);

  /** Compared to vendor, product and revision. */
  static final Expression HARDWARE = new Expression(false, false);

  @Override
  public Reading<String> read(String keyword, String text) {
    Compilation compilation =
        invertible ? ExtendedExpression.compileRule(text) : ExtendedExpression.compile(text);
    return compilation.fold(
        expression -> Reading.of(text),
        problem -> {
          String complaint =
              "invalid regular expression for " + keyword + ": \"" + text + "\": " + problem;
          return fatal
              ? Reading.none(Complaint.error(complaint, ""))
              : Reading.instead(text, Complaint.warning(complaint, "it matches nothing"));
        });
  }

  @Override
  public String write(String value) {
    return Quoted.of(value);
  }

  @Override
  public String wanted() {
    return invertible
        ? "a POSIX extended regular expression; a leading ! inverts it"
        : "a POSIX extended regular expression";
  }
}
