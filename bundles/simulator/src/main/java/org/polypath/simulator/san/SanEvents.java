package org.polypath.simulator.san;

/** Told of devices that come, change and go. */
interface SanEvents {
  void found(SimulatedPath path);

  void lost(SimulatedPath path);
}
