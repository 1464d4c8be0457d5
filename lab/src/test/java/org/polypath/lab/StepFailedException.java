package org.polypath.lab;

/** A step in the guest that had to succeed did not. */
public final class StepFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StepFailedException(String script, StepResult result) {
    super(
        "exit status %d of: %s%nstdout:%n%s%nstderr:%n%s"
            .formatted(result.exitStatus(), script, result.stdout(), result.stderr()));
  }
}
