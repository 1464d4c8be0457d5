package org.polypath.prioritizer.script;

/** A program gave no answer; the message says why. */
final class ProgramException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ProgramException(String message) {
    super(message);
  }
}
