package org.polypath.lab;

import java.time.Duration;

/** A step in the guest did not end in time; it was killed. */
public final class StepTimeoutException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StepTimeoutException(String script, Duration limit, String console) {
    super(
        "no end within %d s of: %s%nend of the guest's console:%n%s"
            .formatted(limit.toSeconds(), script, console));
  }
}
