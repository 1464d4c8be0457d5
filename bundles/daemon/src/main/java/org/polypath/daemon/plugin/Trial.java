package org.polypath.daemon.plugin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.polypath.api.platform.PluginTrials.State;
import org.polypath.api.platform.PluginTrials.Verdict;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether the plug-ins of a bundle may take the places of others: all of them at once, or none.
 * They come one after the other, and some are compared at once, so it does not end by itself while
 * more may come. Any thread may call.
 */
final class Trial {
  private static final Logger LOG = LoggerFactory.getLogger(Trial.class);

  /** A bundle's plug-ins follow each other sooner. */
  private static final long SETTLED_NANOS = TimeUnit.SECONDS.toNanos(2);

  private final String label;
  private final List<Challenge<?>> challenges = new CopyOnWriteArrayList<>();
  private volatile long changed = System.nanoTime();
  private volatile Verdict verdict = new Verdict(State.RUNNING, "it answers beside the old one");

  Trial(String label) {
    this.label = label;
  }

  void add(Challenge<?> challenge) {
    changed = System.nanoTime();
    challenges.add(challenge);
  }

  void replace(Challenge<?> old, Challenge<?> again) {
    challenges.replaceAll(challenge -> challenge == old ? again : challenge);
  }

  Verdict verdict() {
    return isRunning()
        ? new Verdict(
            State.RUNNING,
            challenges.stream().map(Challenge::progress).collect(Collectors.joining("; ")))
        : verdict;
  }

  boolean isRunning() {
    return verdict.state() == State.RUNNING;
  }

  boolean isAccepted() {
    return verdict.state() == State.ACCEPTED;
  }

  /** Ends it if enough was seen, and no more of the bundle's plug-ins are to be expected. */
  void lookWhenSettled() {
    if (System.nanoTime() - changed >= SETTLED_NANOS) {
      look();
    }
  }

  /** Ends it if enough was seen. To be called once all plug-ins of the bundle are there. */
  void look() {
    if (!isRunning()) {
      return;
    }
    StringJoiner reasons = new StringJoiner("; ");
    boolean open = false;
    for (Challenge<?> challenge : new ArrayList<>(challenges)) {
      Optional<Challenge.Finding> finding = challenge.finding();
      if (finding.isPresent() && !finding.get().good()) {
        reject(finding.get().because());
        return;
      }
      open = open || finding.isEmpty();
      finding.ifPresent(good -> reasons.add(good.because()));
    }
    if (!open) {
      accept(reasons.toString());
    }
  }

  /** It serves from now on. */
  void accept(String because) {
    if (end(new Verdict(State.ACCEPTED, because))) {
      challenges.forEach(Challenge::takeOver);
    }
  }

  /** It is not asked any more. */
  void reject(String because) {
    end(new Verdict(State.REJECTED, because));
  }

  /**
   * One of its plug-ins left, and perhaps others do.
   *
   * @return whether somebody may still ask what became of it
   */
  boolean leaves(ServingPlugin<?> plugin) {
    end(
        new Verdict(
            State.REJECTED,
            "%s (%s) left during its trial".formatted(plugin.name(), plugin.label())));
    if (!isAccepted()) {
      // the bundle's classes are to go
      challenges.clear();
    }
    return !isAccepted();
  }

  private boolean end(Verdict end) {
    synchronized (this) {
      if (!isRunning()) {
        return false;
      }
      verdict = end;
    }
    LOG.info("trial of {}: {}; because: {}", label, end.state(), end.because());
    return true;
  }
}
