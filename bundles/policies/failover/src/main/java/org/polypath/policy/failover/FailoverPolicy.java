package org.polypath.policy.failover;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.polypath.api.PluginName;
import org.polypath.api.policy.PathGroupingPolicy;
import org.polypath.api.policy.RankedPath;

/** One group for each path: one path carries I/O, the others wait. */
@Component
@PluginName("failover")
public final class FailoverPolicy implements PathGroupingPolicy {
  @Override
  public List<List<RankedPath>> group(List<RankedPath> paths) {
    return paths.stream().map(List::of).toList();
  }
}
