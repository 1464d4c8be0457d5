package org.polypath.simulator.map;

import java.util.Optional;
import org.polypath.api.selector.SelectorAlgorithm;

/** Gives the algorithms that the simulated kernel's path selectors run. */
@FunctionalInterface
public interface SelectorDirectory {
  /**
   * A new instance of a selector's algorithm.
   *
   * @param kernelName the selector's name in a dm table, for instance {@code service-time}
   * @return empty if there is no such selector
   */
  Optional<SelectorAlgorithm> algorithm(String kernelName);
}
