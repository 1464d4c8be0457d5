package org.polypath.config.regex;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Expressions without any special character but an anchor at either end, as most in hardware
 * entries are: they are compared as text, which is many times faster.
 */
final class LiteralExpression {
  private static final Pattern LITERAL = Pattern.compile("(\\^?)([A-Za-z0-9 _/,:;=@%&~-]+)(\\$?)");

  private LiteralExpression() {}

  /** What finds the expression in a text; empty if it has special characters. */
  static Optional<Predicate<String>> of(String expression) {
    Matcher parts = LITERAL.matcher(expression);
    if (!parts.matches()) {
      return Optional.empty();
    }
    boolean start = !parts.group(1).isEmpty();
    boolean end = !parts.group(3).isEmpty();
    String text = parts.group(2);
    if (start && end) {
      return Optional.of(text::equals);
    }
    if (start) {
      return Optional.of(candidate -> candidate.startsWith(text));
    }
    return Optional.of(
        end ? candidate -> candidate.endsWith(text) : candidate -> candidate.contains(text));
  }
}
