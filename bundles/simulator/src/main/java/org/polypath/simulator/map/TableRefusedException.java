package org.polypath.simulator.map;

import org.polypath.api.map.MapOutcome;

/** The simulated kernel does not take a table or message. */
final class TableRefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final MapOutcome.Refusal refusal;

  TableRefusedException(MapOutcome.Refusal refusal, String text) {
    super(text);
    this.refusal = refusal;
  }

  MapOutcome.Refusal refusal() {
    return refusal;
  }
}
