package org.polypath.control.command;

/** A line that is no command. */
final class CommandSyntaxException extends Exception {
  private static final long serialVersionUID = 1L;

  private final boolean helpful;

  CommandSyntaxException(String reason, boolean helpful) {
    super(reason);
    this.helpful = helpful;
  }

  /** Whether the answer is the help text; else it is a bare {@code fail}. */
  boolean isHelpful() {
    return helpful;
  }
}
