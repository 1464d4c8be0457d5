package org.polypath.policy.groupbyprio;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.LinkedHashMap;
import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.polypath.api.PluginName;
import org.polypath.api.policy.PathGroupingPolicy;
import org.polypath.api.policy.RankedPath;

/** One group for each priority; paths without one make a group too. */
@Component
@PluginName("group_by_prio")
public final class GroupByPrioPolicy implements PathGroupingPolicy {
  @Override
  public List<List<RankedPath>> group(List<RankedPath> paths) {
    return List.copyOf(
        paths.stream()
            .collect(groupingBy(RankedPath::priority, LinkedHashMap::new, toList()))
            .values());
  }
}
