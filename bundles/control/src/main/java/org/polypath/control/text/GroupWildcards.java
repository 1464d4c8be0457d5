package org.polypath.control.text;

import java.util.List;
import org.polypath.api.topology.GroupSnapshot;

/** The wildcards of path groups, in the order that {@code show wildcards} lists them. */
public final class GroupWildcards {
  /** All of them. */
  public static final List<Wildcard<GroupSnapshot>> ALL =
      List.of(
          new Wildcard<>('s', "selector", GroupSnapshot::selector),
          new Wildcard<>('p', "pri", group -> Integer.toString(group.priority())),
          new Wildcard<>('t', "dm_st", group -> group.state().displayName()),
          new Wildcard<>('M', "marginal_st", group -> PathWildcards.marginal(group.marginal())));

  private GroupWildcards() {}
}
