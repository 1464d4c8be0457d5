package org.polypath.config.regex;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExtendedExpressionTest {
  private static boolean matches(String expression, String text) {
    return ExtendedExpression.compile(expression)
        .fold(
            compiled -> compiled.matches(text),
            problem -> {
              throw new AssertionError(expression + ": " + problem);
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "bar rhabarber true",
        "bar Barbie false",
        "^(sd[a-z]|dasd[a-z]) sda true",
        "^(sd[a-z]|dasd[a-z]) md0 false",
        "a.c abc true",
        "(MSA|HSV)1[01]0 HSV110 true",
        "[[:digit:]]+$ disk12 true",
        "[[:upper:]] disk false",
        "[]x] ] true",
        "[^]x] ] false",
        "[a-] - true",
        "[\\] \\ true",
        "[\\d] d true",
        "[\\d] 5 false",
        "\\. x false",
        "\\. x.y true",
        "^a{2,3}$ aaaa false",
        "^a{2,3}$ aaa true",
        "^a{,2}$ aaa false",
        "^a{,}$ aaa true",
        "^a+?$ b false",
        "^(a+?)b$ b true",
        "^a**$ aaa true",
        "a|b b true",
        "a| zzz true",
        "() zzz true",
        ") a)b true",
        "a)b a)b true",
        "[[=a=]] a true",
        "[[.-.]] - true",
        "\\w _ true",
        "\\d 5 false",
        "\\d d true",
        "Universal.Xport Universal_Xport true",
        "^SAN.ARRAY$ SAN_ARRAY true",
        "^LUN$ LUN true",
        "^LUN$ LUNZ false",
        "LUN$ XLUN true",
        "LUN$ LUNX false",
        "^LUN LUNX true",
        "^LUN XLUN false",
        "LUN XLUNX true",
      })
  void expressionsMeanWhatTheyMeanInC(String expression, String text, boolean expected) {
    assertThat(matches(expression, text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(",
        "[a",
        "a\\",
        "a{x}",
        "a{3,2}",
        "[b-a]",
        "[[:foo:]]",
        "*",
        "+a",
        "a|*b",
        "(*a)",
        "(?i)x",
        "a{99999}",
        "{1}",
        "(a)\\1",
        "[[.ab.]]",
        "^*",
        "$*",
        "a$+"
      })
  void whatIsNoExpressionIsSaidSo(String expression) {
    String problem = ExtendedExpression.compile(expression).fold(c -> "", p -> p);
    assertThat(problem).isNotEmpty();
  }

  @Test
  void aLeadingExclamationMarkInvertsARuleAlone() {
    boolean rule =
        ExtendedExpression.compileRule("!^sd").fold(c -> c.matches("sda"), problem -> true);
    boolean literal =
        ExtendedExpression.compileRule("\\!x").fold(c -> c.matches("a!x"), problem -> false);

    assertThat(rule).isFalse();
    assertThat(literal).isTrue();
    assertThat(matches("!^sd", "sda")).isFalse();
    assertThat(matches("!x", "!x")).isTrue();
  }

  @Test
  void noExpressionTakesForEver() {
    String nasty = "(x+x+)+y";
    Assertions.assertTimeoutPreemptively(
        Duration.ofMinutes(1), () -> assertThat(matches(nasty, "x".repeat(5000))).isFalse());
  }

  @Test
  void deepNestingIsRefused() {
    String deep = "(".repeat(5000) + ")".repeat(5000);
    String problem = ExtendedExpression.compile(deep).fold(c -> "", p -> p);
    assertThat(problem).contains("nested");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ACME", "a.b", "A+B", "^A$", "a\\b", "[x](y){2}|*?", "]]>"})
  void anExactExpressionMatchesItsTextAlone(String text) {
    String expression = ExtendedExpression.exactly(text);
    assertThat(matches(expression, text)).isTrue();
    assertThat(matches(expression, text + "x")).isFalse();
    assertThat(matches(expression, "x" + text)).isFalse();
    assertThat(matches(expression, text.replaceFirst("[^A-Za-z]", "z")))
        .isEqualTo(text.matches("[A-Za-z]*"));
  }
}
