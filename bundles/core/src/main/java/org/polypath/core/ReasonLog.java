package org.polypath.core;

import java.util.ArrayDeque;
import java.util.List;
import org.polypath.api.topology.Reason;

/** The last few decisions about one path or map. */
final class ReasonLog {
  /**
   * How many are kept: enough to tell a failure and a recovery apart, little enough for thousands
   * of paths.
   */
  private static final int KEPT = 12;

  private final ArrayDeque<Reason> reasons = new ArrayDeque<>();

  void add(Reason reason) {
    if (reasons.size() == KEPT) {
      reasons.removeFirst();
    }
    reasons.addLast(reason);
  }

  List<Reason> reasons() {
    return List.copyOf(reasons);
  }

  ReasonLog copy() {
    ReasonLog copy = new ReasonLog();
    copy.reasons.addAll(reasons);
    return copy;
  }
}
