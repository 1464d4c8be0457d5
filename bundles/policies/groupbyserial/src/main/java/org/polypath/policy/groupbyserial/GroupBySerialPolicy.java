package org.polypath.policy.groupbyserial;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.LinkedHashMap;
import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.polypath.api.PluginName;
import org.polypath.api.policy.PathGroupingPolicy;
import org.polypath.api.policy.RankedPath;

/** One group for each serial number. */
@Component
@PluginName("group_by_serial")
public final class GroupBySerialPolicy implements PathGroupingPolicy {
  @Override
  public List<List<RankedPath>> group(List<RankedPath> paths) {
    return List.copyOf(
        paths.stream()
            .collect(groupingBy(path -> path.facts().serial(), LinkedHashMap::new, toList()))
            .values());
  }
}
