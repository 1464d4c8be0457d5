package org.polypath.api.selector;

import java.util.List;
import org.polypath.api.policy.RankedPath;

/**
 * A group that is to have its arguments in the dm table.
 *
 * @param paths the group's paths in table order, at least one
 * @param configured the words after the count in {@code path_selector "name count words…"}
 * @param repeatCount how many I/Os go to a path before the next is chosen, at least 1 ({@code
 *     rr_min_io_rq}, or {@code rr_min_io} where I/O is not queued by request)
 * @param weighted whether the repeat count is multiplied with each path's priority ({@code
 *     rr_weight priorities})
 * @param processors how many processors the host may have, at least 1
 */
public record SelectorRequest(
    List<RankedPath> paths,
    List<String> configured,
    int repeatCount,
    boolean weighted,
    int processors) {
  /** Copies the lists and checks the bounds. */
  public SelectorRequest {
    paths = List.copyOf(paths);
    configured = List.copyOf(configured);
    if (paths.isEmpty() || repeatCount < 1 || processors < 1) {
      throw new IllegalArgumentException(
          paths.size() + " paths, repeat count " + repeatCount + ", processors " + processors);
    }
  }

  /**
   * How many I/Os go to a path before the next is chosen: as configured, times the path's priority
   * where that is asked for and above 0.
   */
  public int repeatCount(RankedPath path) {
    int priority = path.priority().orElse(0);
    return weighted && priority > 0
        ? (int) Math.min((long) repeatCount * priority, Integer.MAX_VALUE)
        : repeatCount;
  }

  /** The arguments that most selectors take: none for the group, the repeat count for each path. */
  public SelectorArguments repeatCounts() {
    return new SelectorArguments(
        configured,
        paths.stream().map(path -> List.of(Integer.toString(repeatCount(path)))).toList());
  }
}
