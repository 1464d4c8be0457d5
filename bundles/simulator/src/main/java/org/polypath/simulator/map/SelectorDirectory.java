package org.polypath.simulator.map;

import java.util.List;
import java.util.Optional;
import org.polypath.api.selector.SelectorAlgorithm;

/** Gives the algorithms that the simulated kernel's path selectors run. */
@FunctionalInterface
public interface SelectorDirectory {
  /**
   * A new instance of a selector's algorithm.
   *
   * @param kernelName the selector's name in a dm table, for instance {@code service-time}
   * @param groupArguments the group's arguments there
   * @return empty if there is no such selector
   * @throws IllegalArgumentException if it refuses the arguments
   */
  Optional<SelectorAlgorithm> algorithm(String kernelName, List<String> groupArguments);
}
