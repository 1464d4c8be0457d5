package org.polypath.daemon.plugin;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A plug-in that wants another one's place, and what was seen of it so far. */
final class Challenge<T> {
  /** A plug-in has no need of more threads of its own. */
  private static final int MOST_THREADS = 4;

  private final ServingPlugin<T> serving;
  private final ServingPlugin<T> next;
  private final Trial trial;
  private final Runnable takeOver;
  private final Map<String, Rounds> byPath = new TreeMap<>();
  private boolean varies;
  private int seenEnough;

  /**
   * Begins.
   *
   * @param takeOver puts the new one in the place
   */
  Challenge(ServingPlugin<T> serving, ServingPlugin<T> next, Trial trial, Runnable takeOver) {
    this.serving = serving;
    this.next = next;
    this.trial = trial;
    this.takeOver = takeOver;
  }

  ServingPlugin<T> next() {
    return next;
  }

  boolean isOpen() {
    return trial.isRunning();
  }

  void takeOver() {
    takeOver.run();
  }

  /** Both answered, or only the new one did. */
  void answered(String path, Optional<String> old, String answer, boolean mayVary) {
    if (note(path, new Rounds.Round(old, answer), mayVary)) {
      trial.look();
    }
  }

  /** Whether enough may have been seen. */
  private synchronized boolean note(String path, Rounds.Round round, boolean mayVary) {
    Rounds rounds = byPath.getOrDefault(path, Rounds.NONE).and(round);
    byPath.put(path, rounds);
    varies = mayVary;
    if (rounds.count() == Rounds.ENOUGH) {
      seenEnough++;
    }
    return seenEnough >= serving.pathCount();
  }

  /** The new one failed. */
  void failed(String fault) {
    trial.reject(fault);
  }

  /** How far it has come. */
  synchronized String progress() {
    return "%s compared %s about %d of %d paths"
        .formatted(
            next.name(),
            Rounds.ENOUGH + " times",
            byPath.values().stream().filter(Rounds::areEnough).count(),
            serving.paths().size());
  }

  /** What is found; empty while more is to be seen. */
  synchronized Optional<Finding> finding() {
    long threads = PluginThreads.startedBy(next);
    if (threads > MOST_THREADS) {
      return bad("%s leaks: %d threads that it started go on".formatted(next.name(), threads));
    }
    Set<String> paths = serving.paths();
    byPath.keySet().retainAll(paths);
    if (!byPath.keySet().containsAll(paths)
        || !byPath.values().stream().allMatch(Rounds::areEnough)) {
      return Optional.empty();
    }
    if (byPath.values().stream().allMatch(Rounds::agree)) {
      return good(
          "%s agrees with %s about %d paths in %d rounds"
              .formatted(next.name(), serving.label(), paths.size(), Rounds.ENOUGH));
    }
    if (varies && 2 * byPath.values().stream().filter(Rounds::vary).count() >= paths.size()) {
      return good(
          "%s answers; it is not compared, as %s does not say the same twice"
              .formatted(next.name(), serving.label()));
    }
    boolean settled =
        byPath.values().stream().allMatch(rounds -> rounds.agree() || rounds.differ());
    return settled ? bad(difference()) : Optional.empty();
  }

  private String difference() {
    List<String> paths =
        byPath.keySet().stream().filter(path -> byPath.get(path).differ()).toList();
    String first = paths.get(0);
    Rounds.Round last = byPath.get(first).last().orElseThrow();
    return "%s says %s of %s where %s says %s%s"
        .formatted(
            next.name(),
            last.next(),
            first,
            serving.label(),
            last.old().orElse("nothing"),
            paths.size() > 1 ? "; " + paths.size() + " paths in all" : "");
  }

  private static Optional<Finding> good(String because) {
    return Optional.of(new Finding(true, because));
  }

  private static Optional<Finding> bad(String because) {
    return Optional.of(new Finding(false, because));
  }

  /**
   * What the rounds show.
   *
   * @param good whether the new one may take over
   * @param because one line
   */
  record Finding(boolean good, String because) {}
}
