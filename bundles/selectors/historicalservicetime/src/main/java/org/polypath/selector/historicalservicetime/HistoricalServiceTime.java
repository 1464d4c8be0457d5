package org.polypath.selector.historicalservicetime;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.polypath.api.selector.IoRequest;
import org.polypath.api.selector.PathLoad;
import org.polypath.api.selector.Rotation;
import org.polypath.api.selector.SelectorAlgorithm;

/**
 * Chooses the path that will have done the new I/O first: I/Os in flight and the new one, times the
 * average service time.
 *
 * <p>A path that no I/O came back from for as long as its average times the number of paths may
 * have changed: idle, it is tried; with I/O in flight, it is spared as long as there is another.
 */
final class HistoricalServiceTime implements SelectorAlgorithm {
  private final HistoryArguments arguments;
  private final Map<String, PathHistory> histories = new HashMap<>();
  private final Rotation rotation = new Rotation();

  HistoricalServiceTime(HistoryArguments arguments) {
    this.arguments = arguments;
  }

  @Override
  public int select(List<PathLoad> paths, IoRequest request) {
    return rotation.choose(
        paths, (one, other) -> compare(one, other, request.startNanos(), paths.size()));
  }

  @Override
  public void completed(String path, IoRequest request, long endNanos) {
    history(path).completed(request, endNanos, arguments.baseWeight());
  }

  private int compare(PathLoad one, PathLoad other, long now, int paths) {
    int byTurn = turn(one, now, paths).compareTo(turn(other, now, paths));
    if (byTurn != 0) {
      return byTurn;
    }
    double oneTime = history(one.name()).average();
    double otherTime = history(other.name()).average();
    int byTime =
        isDifferent(oneTime, otherTime)
            ? Double.compare(
                oneTime * (one.requestsInFlight() + 1.0),
                otherTime * (other.requestsInFlight() + 1.0))
            : Integer.compare(one.requestsInFlight(), other.requestsInFlight());
    return byTime != 0
        ? byTime
        : Long.compare(history(one.name()).lastFinish(), history(other.name()).lastFinish());
  }

  private boolean isDifferent(double oneTime, double otherTime) {
    double multiplier = Math.max(1, arguments.thresholdMultiplier());
    return Math.max(oneTime, otherTime) > multiplier * Math.min(oneTime, otherTime);
  }

  private Turn turn(PathLoad path, long now, int paths) {
    if (!history(path.name()).isStale(now, paths)) {
      return Turn.BY_HISTORY;
    }
    return path.requestsInFlight() == 0 ? Turn.TRIED : Turn.SPARED;
  }

  private PathHistory history(String path) {
    return histories.computeIfAbsent(path, name -> new PathHistory());
  }

  /** What comes before any estimate, the first one first. */
  private enum Turn {
    TRIED,
    BY_HISTORY,
    SPARED
  }
}
