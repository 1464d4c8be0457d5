package org.polypath.lab.plugin;

import java.util.List;
import org.polypath.api.policy.PathGroupingPolicy;
import org.polypath.api.policy.RankedPath;

/** A grouping policy under a name that nobody else has: all paths go together. */
public final class OneGroup implements PathGroupingPolicy {
  @Override
  public List<List<RankedPath>> group(List<RankedPath> paths) {
    return List.of(paths);
  }
}
