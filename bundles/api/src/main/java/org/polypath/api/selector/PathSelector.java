package org.polypath.api.selector;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;
import org.polypath.api.policy.RankedPath;

/**
 * Describes a path selector of the kernel, and is its algorithm in Java for simulation. Found by
 * its {@link org.polypath.api.PluginName}, the first word after {@code path_selector} in {@code
 * multipath.conf}.
 *
 * <p>Pure functions, called from any thread, quick.
 */
@ConsumerType
public interface PathSelector {
  /**
   * The selector's name in a dm table, for instance {@code service-time} (kernel
   * drivers/md/dm-ps-*.c).
   */
  String kernelName();

  /**
   * The arguments of a group in the dm table.
   *
   * @param configured the words after the count in {@code path_selector "name count words…"}
   */
  default List<String> groupArguments(List<String> configured) {
    return configured;
  }

  /**
   * The arguments of one path in the dm table.
   *
   * @param path the path
   * @param repeatCount how many I/Os go to a path before the next is chosen, at least 1
   */
  List<String> pathArguments(RankedPath path, int repeatCount);

  /** A new instance of the algorithm, for one group. */
  SelectorAlgorithm algorithm();
}
