package org.polypath.api.selector;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A selector's choice for one group. Used by one thread at a time; may keep state between choices.
 */
@ConsumerType
public interface SelectorAlgorithm {
  /**
   * Chooses the path of the next I/O.
   *
   * @param paths the usable paths of the group in table order, at least one; the same objects at
   *     the same index as long as no path comes or goes
   * @param bytes the I/O's size
   * @return the index of the chosen path
   */
  int select(List<PathLoad> paths, long bytes);
}
