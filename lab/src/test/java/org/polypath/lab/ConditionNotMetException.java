package org.polypath.lab;

import java.time.Duration;

/** What a scenario waited for did not come about. */
public final class ConditionNotMetException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ConditionNotMetException(String description, Duration limit, Object seenLast) {
    super(
        "not within %d s: %s%nseen last:%n%s".formatted(limit.toSeconds(), description, seenLast));
  }
}
