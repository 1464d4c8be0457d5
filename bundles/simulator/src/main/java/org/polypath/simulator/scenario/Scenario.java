package org.polypath.simulator.scenario;

import java.util.List;

/**
 * What a simulated SAN consists of, and what happens to it.
 *
 * @param arrays its arrays
 * @param adapters the host's adapters
 * @param faults what happens by itself
 */
public record Scenario(
    List<ArraySpec> arrays, List<AdapterSpec> adapters, List<TimedFault> faults) {
  /** Copies the lists. */
  public Scenario {
    arrays = List.copyOf(arrays);
    adapters = List.copyOf(adapters);
    faults = List.copyOf(faults);
  }
}
