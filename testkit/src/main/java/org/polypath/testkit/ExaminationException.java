package org.polypath.testkit;

/** The examination itself could not be carried out: nothing is said about the bundle. */
public final class ExaminationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ExaminationException(String message) {
    super(message);
  }

  ExaminationException(String message, Throwable cause) {
    super(message, cause);
  }
}
