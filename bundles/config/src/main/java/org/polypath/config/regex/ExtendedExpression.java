package org.polypath.config.regex;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A POSIX extended regular expression as {@code multipath.conf} uses it: unanchored, case
 * sensitive. Matching takes time linear in the text, whatever the expression.
 */
public final class ExtendedExpression {
  private static final String SPECIAL = "\\.[]{}()*+?^$|";

  private final Predicate<String> found;
  private final boolean inverted;

  private ExtendedExpression(Predicate<String> found, boolean inverted) {
    this.found = found;
    this.inverted = inverted;
  }

  /** Compiles an expression. */
  public static Compilation compile(String text) {
    return compile(text, false);
  }

  /**
   * Compiles a rule of a blacklist: a leading {@code !} inverts the rest; a leading {@code \!} is a
   * literal exclamation mark.
   */
  public static Compilation compileRule(String text) {
    return text.startsWith("!") ? compile(text.substring(1), true) : compile(text, false);
  }

  private static Compilation compile(String text, boolean inverted) {
    Optional<Predicate<String>> literal = LiteralExpression.of(text);
    if (literal.isPresent()) {
      return new Compiled(new ExtendedExpression(literal.get(), inverted));
    }
    try {
      Pattern pattern = Pattern.compile(new Translation(text).translate(), Pattern.DOTALL);
      return new Compiled(
          new ExtendedExpression(candidate -> pattern.matcher(candidate).find(), inverted));
    } catch (InvalidExpressionException e) {
      return new Invalid(e.getMessage());
    } catch (PatternSyntaxException e) {
      return new Invalid(e.getDescription());
    }
  }

  /** An expression that matches this text alone. */
  public static String exactly(String text) {
    StringBuilder expression = new StringBuilder("^");
    for (int index = 0; index < text.length(); index++) {
      char character = text.charAt(index);
      if (SPECIAL.indexOf(character) >= 0) {
        expression.append('\\');
      }
      expression.append(character);
    }
    return expression.append('$').toString();
  }

  /** Whether the expression is found in a text, or is not if it is inverted. */
  public boolean matches(String text) {
    return found.test(text) != inverted;
  }

  /** What came of compiling. */
  public sealed interface Compilation {
    /** Continues with the expression, or with what is wrong with it. */
    <R> R fold(Function<ExtendedExpression, R> compiled, Function<String, R> invalid);
  }

  private record Compiled(ExtendedExpression expression) implements Compilation {
    @Override
    public <R> R fold(Function<ExtendedExpression, R> compiled, Function<String, R> invalid) {
      return compiled.apply(expression);
    }
  }

  private record Invalid(String problem) implements Compilation {
    @Override
    public <R> R fold(Function<ExtendedExpression, R> compiled, Function<String, R> invalid) {
      return invalid.apply(problem);
    }
  }
}
