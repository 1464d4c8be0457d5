package org.polypath.config.regex;

import java.util.Set;

/**
 * Translates a POSIX extended regular expression (regex(7), with the GNU escapes of the C library)
 * into RE2 syntax. Used once.
 *
 * <p>Where the two differ: a backslash in brackets is literal; a quantifier after a quantifier
 * applies to what is before it, instead of making it reluctant; {@code (?} is no extension; a
 * lonely {@code )} is literal.
 */
final class Translation {
  private static final String QUANTIFIERS = "*+?{";

  /** What matches a place and no text: the C library does not let that be repeated. */
  private static final Set<String> ASSERTIONS = Set.of("^", "$", "\\b", "\\B", "\\A", "\\z");

  /** As deep as groups may be nested, so that translating never exhausts the stack. */
  private static final int MAX_DEPTH = 100;

  private final String text;
  private int position;

  Translation(String text) {
    this.text = text;
  }

  String translate() throws InvalidExpressionException {
    return alternatives(0);
  }

  private String alternatives(int depth) throws InvalidExpressionException {
    if (depth > MAX_DEPTH) {
      throw new InvalidExpressionException("groups nested deeper than " + MAX_DEPTH);
    }
    StringBuilder result = new StringBuilder();
    while (position < text.length() && !(depth > 0 && text.charAt(position) == ')')) {
      if (text.charAt(position) == '|') {
        result.append('|');
        position++;
      } else {
        result.append(quantified(depth));
      }
    }
    return result.toString();
  }

  private String quantified(int depth) throws InvalidExpressionException {
    String atom = atom(depth);
    boolean first = true;
    while (position < text.length() && QUANTIFIERS.indexOf(text.charAt(position)) >= 0) {
      if (ASSERTIONS.contains(atom)) {
        throw new InvalidExpressionException("nothing to repeat before '" + rest() + "'");
      }
      String quantifier = quantifier();
      atom = first ? atom + quantifier : "(?:" + atom + ")" + quantifier;
      first = false;
    }
    return atom;
  }

  private String quantifier() throws InvalidExpressionException {
    char c = text.charAt(position);
    if (c != '{') {
      position++;
      return String.valueOf(c);
    }
    int end = text.indexOf('}', position);
    String bounds = end < 0 ? "" : text.substring(position + 1, end);
    if (!bounds.matches("[0-9]{1,5}(,[0-9]{0,5})?|,[0-9]{0,5}")) {
      throw new InvalidExpressionException("invalid repeat count '" + rest() + "'");
    }
    position = end + 1;
    return "{" + (bounds.startsWith(",") ? "0" : "") + bounds + "}";
  }

  private String atom(int depth) throws InvalidExpressionException {
    char c = text.charAt(position);
    return switch (c) {
      case '(' -> group(depth);
      case '[' -> bracket();
      case '\\' -> escape();
      case '*', '+', '?', '{' ->
          throw new InvalidExpressionException("nothing to repeat before '" + rest() + "'");
      case '.', '^', '$' -> {
        position++;
        yield String.valueOf(c);
      }
      default -> {
        int point = text.codePointAt(position);
        position += Character.charCount(point);
        yield literal(point);
      }
    };
  }

  private String bracket() throws InvalidExpressionException {
    Bracket bracket = new Bracket(text, position);
    String set = bracket.translate();
    position = bracket.end();
    return set;
  }

  private String group(int depth) throws InvalidExpressionException {
    position++;
    String content = alternatives(depth + 1);
    if (position >= text.length()) {
      throw new InvalidExpressionException("a '(' is not closed");
    }
    position++;
    return "(?:" + content + ")";
  }

  private String escape() throws InvalidExpressionException {
    if (position + 1 >= text.length()) {
      throw new InvalidExpressionException("a backslash at the end");
    }
    int point = text.codePointAt(position + 1);
    position += 1 + Character.charCount(point);
    return switch (point) {
      case 'w' -> "[0-9A-Za-z_]";
      case 'W' -> "[^0-9A-Za-z_]";
      case 's' -> "[ \\t\\n\\v\\f\\r]";
      case 'S' -> "[^ \\t\\n\\v\\f\\r]";
      // the start or the end of a word; RE2 does not tell them apart
      case 'b', '<', '>' -> "\\b";
      case 'B' -> "\\B";
      case '`' -> "\\A";
      case '\'' -> "\\z";
      case '1', '2', '3', '4', '5', '6', '7', '8', '9' ->
          throw new InvalidExpressionException("back references are not supported");
      default -> literal(point);
    };
  }

  private String rest() {
    return text.substring(position);
  }

  static String literal(int point) {
    boolean special = point < 0x80 && !Character.isLetterOrDigit(point) && point > ' ';
    return (special ? "\\" : "") + Character.toString(point);
  }
}
