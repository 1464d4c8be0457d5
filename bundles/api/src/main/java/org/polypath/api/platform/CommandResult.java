package org.polypath.api.platform;

/**
 * What came of a {@link Command}.
 *
 * @param succeeded whether it was carried out
 * @param text one line that says why not; empty on success
 */
public record CommandResult(boolean succeeded, String text) {
  /** Carried out. */
  public static final CommandResult OK = new CommandResult(true, "");

  /** Not carried out, and why. */
  public static CommandResult failed(String text) {
    return new CommandResult(false, text);
  }
}
