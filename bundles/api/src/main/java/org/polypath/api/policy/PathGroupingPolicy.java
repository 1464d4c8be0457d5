package org.polypath.api.policy;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Divides a map's paths into groups. Found by its {@link org.polypath.api.PluginName}, the word
 * after {@code path_grouping_policy} in {@code multipath.conf}.
 *
 * <p>A pure function, called from any thread, quick. The platform sorts the groups afterwards
 * (priority, then number of usable paths, then the order given here); a policy only decides who
 * goes together.
 */
@ConsumerType
public interface PathGroupingPolicy {
  /**
   * Groups the paths.
   *
   * @param paths the paths of one map in their stored order, at least one
   * @return groups in first-seen order; each path in exactly one of them, in the order given
   */
  List<List<RankedPath>> group(List<RankedPath> paths);
}
