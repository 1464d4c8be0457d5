package org.polypath.api.settings;

/** There is no such keyword in any section. The message says so, and what was probably meant. */
public final class UnknownKeywordException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * With a message.
   *
   * @param keyword the word
   * @param hint what was probably meant, to stand after the sentence; may be empty
   */
  public UnknownKeywordException(String keyword, String hint) {
    super("there is no keyword \"" + keyword + "\"" + hint);
  }
}
