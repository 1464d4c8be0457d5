package org.polypath.config.regex;

/**
 * Translates one bracket expression, {@code [...]}. In it a backslash is literal, and {@code ]} is
 * literal in the first place. Used once.
 */
final class Bracket {
  private final String text;
  private int position;

  /** Starts at the opening bracket. */
  Bracket(String text, int start) {
    this.text = text;
    this.position = start + 1;
  }

  /** The position after the closing bracket. */
  int end() {
    return position;
  }

  String translate() throws InvalidExpressionException {
    StringBuilder set = new StringBuilder("[");
    if (peek() == '^') {
      set.append('^');
      position++;
    }
    boolean first = true;
    while (first || peek() != ']') {
      set.append(member());
      first = false;
    }
    position++;
    return set.append(']').toString();
  }

  private char peek() throws InvalidExpressionException {
    if (position >= text.length()) {
      throw new InvalidExpressionException("a '[' is not closed");
    }
    return text.charAt(position);
  }

  private String member() throws InvalidExpressionException {
    if (text.startsWith("[:", position)) {
      return named();
    }
    int from = element();
    boolean range =
        peek() == '-' && position + 1 < text.length() && text.charAt(position + 1) != ']';
    if (!range) {
      return Translation.literal(from);
    }
    position++;
    int to = element();
    if (to < from) {
      throw new InvalidExpressionException("a range in brackets runs backwards");
    }
    return Translation.literal(from) + "-" + Translation.literal(to);
  }

  private String named() throws InvalidExpressionException {
    int end = text.indexOf(":]", position + 2);
    String name = end < 0 ? "" : text.substring(position + 2, end);
    if (!name.matches("alnum|alpha|blank|cntrl|digit|graph|lower|print|punct|space|upper|xdigit")) {
      throw new InvalidExpressionException("unknown class '[:" + name + ":]'");
    }
    position = end + 2;
    return "[:" + name + ":]";
  }

  private int element() throws InvalidExpressionException {
    if (text.startsWith("[.", position) || text.startsWith("[=", position)) {
      String close = text.charAt(position + 1) + "]";
      int end = text.indexOf(close, position + 2);
      String name = end < 0 ? "" : text.substring(position + 2, end);
      if (name.codePointCount(0, name.length()) != 1) {
        throw new InvalidExpressionException("unknown collating element '[." + name + ".]'");
      }
      position = end + 2;
      return name.codePointAt(0);
    }
    peek();
    int point = text.codePointAt(position);
    position += Character.charCount(point);
    return point;
  }
}
