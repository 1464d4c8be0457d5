package org.polypath.config.regex;

/** A text is no regular expression; the message says why. Does not leave this package. */
final class InvalidExpressionException extends Exception {
  private static final long serialVersionUID = 1L;

  InvalidExpressionException(String message) {
    super(message);
  }
}
