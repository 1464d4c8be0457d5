package org.polypath.simulator.map;

import java.util.Optional;
import org.polypath.api.selector.PathSelector;

/** Finds the algorithms that the simulated kernel's path selectors run. */
@FunctionalInterface
public interface SelectorDirectory {
  /** The selector of a kernel name, for instance {@code service-time}; empty if there is none. */
  Optional<PathSelector> find(String kernelName);
}
