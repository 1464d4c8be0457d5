package org.polypath.testkit;

/** The bundle did not do what an exercise demands. */
final class FailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  FailedException(String message) {
    super(message);
  }
}
