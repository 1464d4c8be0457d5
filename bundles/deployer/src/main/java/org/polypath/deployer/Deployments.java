package org.polypath.deployer;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.osgi.framework.Version;
import org.polypath.api.platform.PluginTrials.Verdict;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decides what a change of the folder means for the container. Used by one thread. */
final class Deployments {
  private static final Logger LOG = LoggerFactory.getLogger(Deployments.class);

  /** Reads and verifies a file of the folder. */
  interface Source {
    PluginJar read(String file) throws RefusedException;
  }

  private final Source source;
  private final PluginHost host;
  private final Ledger ledger;
  private final HeldUpdates held;
  private final Map<String, Deployment> byFile = new TreeMap<>();

  /** How often a bundle came to serve or went, and how often that was when all was tried again. */
  private int moves;

  private int triedAgain;

  Deployments(Source source, PluginHost host, Ledger ledger, HeldUpdates held) {
    this.source = source;
    this.host = host;
    this.ledger = ledger;
    this.held = held;
  }

  /** What became of each file, by name. */
  List<Deployment> list() {
    return List.copyOf(byFile.values());
  }

  /** A file came or changed, and is complete as far as one can tell. */
  void changed(String file) {
    Deployment before = withdrawn(byFile.getOrDefault(file, Deployment.of(file)));
    held.release(file);
    try {
      PluginJar jar = read(file);
      if (!holdBack(jar, before)) {
        take(jar, before);
      }
    } catch (RefusedException e) {
      refuse(before, e.getMessage());
      takeKept(file);
    }
    judge();
  }

  /** The daemon ended during a trial, or the file changed while nobody looked. */
  private boolean holdBack(PluginJar jar, Deployment before) {
    String digest = jar.digest();
    boolean first = before.equals(Deployment.of(jar.file()));
    if (!first
        || !host.compares()
        || ledger.isAccepted(digest)
        || ledger.rejection(digest).isPresent()) {
      return false;
    }
    return ledger
        .serving(jar.file())
        .filter(kept -> kept.symbolicName().equals(jar.symbolicName()))
        .filter(kept -> !kept.digest().equals(digest))
        .filter(kept -> holdBack(jar, before, kept))
        .isPresent();
  }

  private boolean holdBack(PluginJar jar, Deployment before, PluginJar kept) {
    try {
      Hosted hosted = startKept(before.file(), kept);
      byFile.put(before.file(), before.nowServing(hosted).holding(jar.version()));
      held.hold(before.file());
      ledger.note(
          before.file(),
          "kept",
          "what served before: " + hosted.version() + "; " + jar.version() + " is tried later");
      return true;
    } catch (RefusedException e) {
      warnOfKept(before.file(), e);
      return false;
    }
  }

  private void takeHeld(String file) {
    Optional<Deployment> now =
        Optional.ofNullable(byFile.get(file)).filter(waiting -> waiting.next().isPresent());
    try {
      if (now.isPresent()) {
        take(read(file), now.get());
      }
    } catch (RefusedException e) {
      refuse(now.orElseThrow(), e.getMessage());
    }
  }

  private void take(PluginJar jar, Deployment before) throws RefusedException {
    if (before.serving().map(Hosted::digest).filter(jar.digest()::equals).isPresent()) {
      byFile.put(jar.file(), before.nowServing(before.serving().get()));
    } else {
      refuseRejected(jar);
      begin(jar, before);
    }
  }

  /** What nobody foresees keeps one file out, not those that come after it. */
  private PluginJar read(String file) throws RefusedException {
    try {
      return source.read(file);
    } catch (RuntimeException e) {
      throw new RefusedException("it cannot be looked at: " + e, e);
    }
  }

  /** What was refused may have lacked what has come, or may have been older than what went. */
  private void tryRefusedAgain() {
    while (triedAgain != moves) {
      triedAgain = moves;
      list().stream().map(Deployment::file).forEach(this::tryAgain);
    }
  }

  private void tryAgain(String file) {
    Deployment now = byFile.get(file);
    try {
      if (now.problem().isPresent()) {
        PluginJar jar = read(file);
        if (ledger.rejection(jar.digest()).isEmpty()) {
          take(jar, now);
        }
      }
    } catch (RefusedException e) {
      if (!now.problem().equals(Optional.of(e.getMessage()))) {
        refuse(now, e.getMessage());
      }
    }
  }

  /** A new state of the file ends the trial of the one before. */
  private Deployment withdrawn(Deployment deployment) {
    deployment.candidate().map(Candidate::hosted).ifPresent(host::withdraw);
    return deployment.withoutCandidate();
  }

  private void refuseRejected(PluginJar jar) throws RefusedException {
    Optional<String> why = ledger.rejection(jar.digest());
    if (why.isPresent()) {
      throw new RefusedException(
          "refused before: " + why.get() + " (polypath plugin accept " + jar.file() + ")");
    }
  }

  private void refuse(Deployment before, String reason) {
    byFile.put(before.file(), before.refused(reason));
    ledger.note(before.file(), "refused", reason);
    LOG.warn(
        "deployment refused: file: {} reason: {}{}",
        before.file(),
        reason,
        before.serving().map(old -> " still serving: " + old.version()).orElse(""));
  }

  /** After a restart: what served before from a file that is no good now goes on serving. */
  private void takeKept(String file) {
    Deployment refused = byFile.get(file);
    Optional<PluginJar> kept = ledger.serving(file);
    if (refused.serving().isEmpty() && refused.supersededBy().isEmpty() && kept.isPresent()) {
      try {
        takeKept(refused, kept.get());
      } catch (RefusedException e) {
        warnOfKept(file, e);
      }
    }
  }

  private static void warnOfKept(String file, RefusedException why) {
    LOG.warn("what served before does not: file: {} reason: {}", file, why.getMessage());
  }

  private void takeKept(Deployment refused, PluginJar kept) throws RefusedException {
    Hosted hosted = startKept(refused.file(), kept);
    byFile.put(
        refused.file(),
        refused.nowServing(hosted).refused(refused.problem().orElse("it is no good")));
    ledger.note(refused.file(), "kept", "what served before: " + hosted.version());
  }

  private Hosted startKept(String file, PluginJar kept) throws RefusedException {
    Optional<Deployment> rival = servingElsewhere(kept);
    refuseRejected(kept);
    refuseOlder(kept, rival);
    Hosted hosted = start(kept);
    host.accept(hosted);
    host.establish(hosted, rival.flatMap(Deployment::serving));
    moves++;
    rival.ifPresent(other -> byFile.put(other.file(), other.superseded(file)));
    return hosted;
  }

  /** What never gets done with its start would cost as much time and another thread again. */
  private Hosted start(PluginJar jar) throws RefusedException {
    ledger.starts(jar.digest());
    try {
      return host.start(jar);
    } catch (RefusedException e) {
      if (e.isLasting()) {
        ledger.reject(jar.digest(), e.getMessage());
      }
      throw e;
    } finally {
      // the platform may stop because of what was started
      if (!Thread.currentThread().isInterrupted()) {
        ledger.started();
      }
    }
  }

  private void begin(PluginJar jar, Deployment before) throws RefusedException {
    refuseOlder(jar, servingElsewhere(jar));
    Hosted hosted = start(jar);
    byFile.put(jar.file(), before.onTrial(new Candidate(hosted, jar, "")));
    if (ledger.isAccepted(jar.digest())) {
      host.accept(hosted);
    } else if (!judged(byFile.get(jar.file()))) {
      ledger.note(jar.file(), "on trial", jar.symbolicName() + " " + jar.version());
    }
  }

  /**
   * Ends the trials that are decided.
   *
   * @return whether some are not
   */
  boolean judge() {
    held.due().forEach(this::takeHeld);
    list().stream().filter(deployment -> deployment.candidate().isPresent()).forEach(this::judged);
    tryRefusedAgain();
    return list().stream().anyMatch(deployment -> deployment.candidate().isPresent());
  }

  private boolean judged(Deployment deployment) {
    Candidate candidate = deployment.candidate().orElseThrow();
    Verdict verdict = host.verdict(candidate.hosted());
    switch (verdict.state()) {
      case RUNNING -> {
        byFile.put(deployment.file(), deployment.onTrial(candidate.at(verdict.because())));
        return false;
      }
      case ACCEPTED -> establish(deployment, candidate, verdict.because());
      case REJECTED -> rollBack(deployment, candidate, verdict.because());
    }
    return true;
  }

  private void rollBack(Deployment deployment, Candidate candidate, String because) {
    host.withdraw(candidate.hosted());
    String reason = "rolled back: " + because;
    ledger.reject(candidate.hosted().digest(), reason);
    refuse(deployment, reason);
  }

  private void establish(Deployment before, Candidate candidate, String because) {
    PluginJar jar = candidate.jar();
    Hosted hosted = candidate.hosted();
    Optional<Deployment> rival = servingElsewhere(jar);
    Optional<Hosted> ownPrevious = before.serving().filter(old -> sameBundle(old, jar));
    Optional<Hosted> previous = rival.flatMap(Deployment::serving).or(() -> ownPrevious);
    host.establish(hosted, previous);
    moves++;
    // a file that held another plug-in before: that one goes as if its file had been deleted
    before.serving().filter(old -> !sameBundle(old, jar)).ifPresent(host::remove);
    rival.ifPresent(other -> byFile.put(other.file(), other.superseded(jar.file())));
    byFile.put(jar.file(), before.nowServing(hosted));
    ledger.established(jar, previous, because);
    LOG.info(
        "deployed: file: {} bundle: {} version: {}{}; because: {}",
        jar.file(),
        jar.symbolicName(),
        jar.version(),
        previous.map(old -> " instead of: " + old.version()).orElse(""),
        because);
  }

  private Optional<Deployment> servingElsewhere(PluginJar jar) {
    return byFile.values().stream()
        .filter(other -> !other.file().equals(jar.file()) && other.serves(jar.symbolicName()))
        .findFirst();
  }

  private void refuseOlder(PluginJar jar, Optional<Deployment> rival) throws RefusedException {
    Optional<Version> deployed = rival.flatMap(Deployment::serving).map(Hosted::version);
    if (deployed.filter(version -> version.compareTo(jar.version()) > 0).isPresent()) {
      throw new RefusedException(
          jar.version() + " is older than " + deployed.get() + " of " + rival.get().file());
    }
    Optional<Version> shipped = host.shipped(jar.symbolicName());
    if (shipped.filter(version -> version.compareTo(jar.version()) > 0).isPresent()) {
      throw new RefusedException(jar.version() + " is older than the shipped " + shipped.get());
    }
  }

  private static boolean sameBundle(Hosted hosted, PluginJar jar) {
    return hosted.symbolicName().equals(jar.symbolicName());
  }

  /** A file went. */
  void removed(String file) {
    held.release(file);
    Optional<Deployment> gone = Optional.ofNullable(byFile.remove(file)).map(this::withdrawn);
    Optional<Hosted> served = gone.flatMap(Deployment::serving);
    served.ifPresent(hosted -> takeOut(file, hosted));
    ledger.removed(file, served);
    tryRefusedAgain();
  }

  private void takeOut(String file, Hosted hosted) {
    for (Deployment other : list()) {
      if (other.supersededBy().filter(file::equals).isPresent() && bringBack(other, hosted)) {
        return;
      }
    }
    host.remove(hosted);
    moves++;
    ledger.note(file, "removed", hosted.symbolicName() + " " + hosted.version());
    LOG.info(
        "no longer deployed: file: {} bundle: {} version: {}",
        file,
        hosted.symbolicName(),
        hosted.version());
  }

  /** The file that was superseded serves again, if it still can. */
  private boolean bringBack(Deployment superseded, Hosted instead) {
    String file = superseded.file();
    try {
      PluginJar jar = read(file);
      if (!sameBundle(instead, jar)) {
        return false;
      }
      Hosted hosted = start(jar);
      host.accept(hosted);
      host.establish(hosted, Optional.of(instead));
      byFile.put(file, superseded.nowServing(hosted));
      ledger.established(jar, Optional.of(instead), "the file that superseded it went");
      LOG.info("deployed again: file: {} version: {}", file, jar.version());
      return true;
    } catch (RefusedException e) {
      refuse(Deployment.of(file), e.getMessage());
      return false;
    }
  }
}
