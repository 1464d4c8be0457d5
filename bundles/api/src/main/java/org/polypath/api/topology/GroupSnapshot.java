package org.polypath.api.topology;

import java.util.List;
import org.polypath.api.map.StatusGroup.GroupState;

/**
 * One path group of a map at one moment.
 *
 * @param selector selector with argument count and arguments, for instance {@code service-time 0}
 * @param priority the integer mean of its usable paths' priorities; 0 if none is usable, {@link
 *     #UNDEFINED_PRIORITY} if none of the usable has one
 * @param state what the kernel says of it
 * @param marginal whether all its paths are marginal
 * @param paths kernel names of its paths in order
 */
public record GroupSnapshot(
    String selector, int priority, GroupState state, boolean marginal, List<String> paths) {
  /** The priority of a group of which no usable path has one. */
  public static final int UNDEFINED_PRIORITY = -1;

  /** Copies the paths. */
  public GroupSnapshot {
    paths = List.copyOf(paths);
  }
}
