package org.polypath.launcher;

/** The platform cannot be started. The message is one line: what was tried, on what, what to do. */
public final class LaunchException extends Exception {
  private static final long serialVersionUID = 1L;

  /** With the one line that the user sees. */
  public LaunchException(String message) {
    super(message);
  }

  /** With the one line that the user sees, and what caused it. */
  public LaunchException(String message, Throwable cause) {
    super(message, cause);
  }
}
