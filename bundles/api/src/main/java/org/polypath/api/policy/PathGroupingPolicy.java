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
 *
 * <pre>{@code
 * @Component
 * @PluginName("by_host_adapter")
 * public final class ByHostAdapter implements PathGroupingPolicy {
 *   @Override
 *   public List<List<RankedPath>> group(List<RankedPath> paths) {
 *     Map<Optional<Integer>, List<RankedPath>> groups = new LinkedHashMap<>();
 *     for (RankedPath path : paths) {
 *       Optional<Integer> host = path.facts().address().map(address -> address.host());
 *       groups.computeIfAbsent(host, key -> new ArrayList<>()).add(path);
 *     }
 *     return List.copyOf(groups.values());
 *   }
 * }
 * }</pre>
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
