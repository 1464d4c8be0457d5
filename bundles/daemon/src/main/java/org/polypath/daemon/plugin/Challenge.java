package org.polypath.daemon.plugin;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** A plug-in that wants another one's place, and what was seen of it so far. */
final class Challenge<T> {
  /** A plug-in has no need of more threads of its own. */
  private static final int MOST_THREADS = 4;

  /**
   * While something is still open, all is looked at no more often than this: thousands of paths are
   * answered for in between.
   */
  private static final long BETWEEN_LOOKS_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  private final ServingPlugin<T> serving;
  private final ServingPlugin<T> next;
  private final Trial trial;
  private final Runnable takeOver;
  private final Map<String, Rounds> bySubject = new TreeMap<>();
  private final Set<String> notCompared = new HashSet<>();
  private boolean varies;
  private int seenEnough;
  private long looked = System.nanoTime() - BETWEEN_LOOKS_NANOS;

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

  ServingPlugin<T> serving() {
    return serving;
  }

  ServingPlugin<T> next() {
    return next;
  }

  /** The same with another one that serves now. */
  Challenge<T> against(ServingPlugin<T> other) {
    Challenge<T> again = new Challenge<>(other, next, trial, takeOver);
    trial.replace(this, again);
    return again;
  }

  boolean isOpen() {
    return trial.isRunning();
  }

  void takeOver() {
    takeOver.run();
  }

  /** Both answered, or only the new one did. */
  void answered(String subject, Optional<String> old, String answer, boolean mayVary) {
    if (note(subject, new Rounds.Round(old, answer), mayVary)) {
      trial.lookWhenSettled();
    }
  }

  /** Whether enough may have been seen. */
  private synchronized boolean note(String subject, Rounds.Round round, boolean mayVary) {
    Rounds rounds = bySubject.getOrDefault(subject, Rounds.NONE).and(round);
    bySubject.put(subject, rounds);
    varies = mayVary;
    if (rounds.count() == Rounds.ENOUGH) {
      seenEnough++;
    }
    return seenEnough >= serving.subjectCount() && isTimeToLook();
  }

  private boolean isTimeToLook() {
    long now = System.nanoTime();
    boolean isTime = now - looked >= BETWEEN_LOOKS_NANOS;
    if (isTime) {
      looked = now;
    }
    return isTime;
  }

  /** The new one could not do as it does: nobody can tell what it would have said. */
  synchronized void notCompared(String subject) {
    notCompared.add(subject);
  }

  /** The new one failed. */
  void failed(String fault) {
    trial.reject(fault);
  }

  /** How far it has come. */
  synchronized String progress() {
    notCompared.removeAll(bySubject.keySet());
    return "%s compared %s about %d of %d %s%s"
        .formatted(
            next.name(),
            Rounds.ENOUGH + " times",
            bySubject.values().stream().filter(Rounds::areEnough).count(),
            serving.subjects().size(),
            serving.kindOfSubjects(),
            notCompared.isEmpty()
                ? ""
                : "; not compared about "
                    + notCompared.size()
                    + ", because it sends them data, which is not done on trial: plugin accept");
  }

  /** What is found; empty while more is to be seen. */
  synchronized Optional<Finding> finding() {
    long threads = PluginThreads.startedBy(next);
    if (threads > MOST_THREADS) {
      return bad("%s leaks: %d threads that it started go on".formatted(next.name(), threads));
    }
    Set<String> subjects = serving.subjects();
    bySubject.keySet().retainAll(subjects);
    if (!bySubject.keySet().containsAll(subjects)
        || !bySubject.values().stream().allMatch(Rounds::areEnough)) {
      return Optional.empty();
    }
    if (subjects.isEmpty()) {
      return good(
          "%s takes over: %s is not asked any more".formatted(next.name(), serving.label()));
    }
    if (bySubject.values().stream().allMatch(Rounds::agree)) {
      return good(
          "%s agrees with %s about %d %s in %d rounds"
              .formatted(
                  next.name(),
                  serving.label(),
                  subjects.size(),
                  serving.kindOfSubjects(),
                  Rounds.ENOUGH));
    }
    if (varies && 2 * bySubject.values().stream().filter(Rounds::vary).count() >= subjects.size()) {
      return good(
          "%s answers; it is not compared, as %s does not say the same twice"
              .formatted(next.name(), serving.label()));
    }
    boolean settled =
        bySubject.values().stream().allMatch(rounds -> rounds.agree() || rounds.differ());
    return settled ? bad(difference()) : Optional.empty();
  }

  private String difference() {
    List<String> subjects =
        bySubject.keySet().stream().filter(subject -> bySubject.get(subject).differ()).toList();
    String first = subjects.get(0);
    Rounds.Round last = bySubject.get(first).last().orElseThrow();
    return "%s says %s of %s where %s says %s%s"
        .formatted(
            next.name(),
            last.next(),
            first,
            serving.label(),
            last.old().orElse("nothing"),
            subjects.size() > 1
                ? "; " + subjects.size() + " " + serving.kindOfSubjects() + " in all"
                : "");
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
