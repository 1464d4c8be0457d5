package org.polypath.gogo;

/** A command was refused or failed; the message says why, for the person who gave it. */
final class CommandFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CommandFailedException(String message) {
    super(message);
  }
}
