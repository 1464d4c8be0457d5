package org.polypath.container;

import java.util.List;
import org.polypath.api.policy.PathGroupingPolicy;
import org.polypath.api.policy.RankedPath;

/**
 * A vendor's policy, in place of the shipped {@code multibus} and under a name of its own: all
 * paths together.
 */
public final class SwappedPolicy implements PathGroupingPolicy {
  private final Behaviour behaviour = Behaviour.ofBundle(SwappedPolicy.class);

  /** For the service component runtime. */
  public SwappedPolicy() {}

  @Override
  public List<List<RankedPath>> group(List<RankedPath> paths) {
    return behaviour == Behaviour.GROUPS_OTHERWISE
        ? paths.stream().map(List::of).toList()
        : List.of(paths);
  }
}
