package org.polypath.api.selector;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A selector's choice for one group. Used by one thread at a time; may keep state between choices.
 */
@ConsumerType
@FunctionalInterface
public interface SelectorAlgorithm {
  /**
   * Chooses the path of the next I/O.
   *
   * @param paths the usable paths of the group in table order, at least one
   * @param request the I/O
   * @return the index of the chosen path
   */
  int select(List<PathLoad> paths, IoRequest request);

  /**
   * Takes note that an I/O came back from its path, well or not.
   *
   * @param path the name of the path it was sent down
   * @param request the I/O as it was given to {@link #select}
   * @param endNanos when it came back, on the clock of {@link IoRequest#startNanos}
   */
  default void completed(String path, IoRequest request, long endNanos) {}
}
