package org.polypath.deployer;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Waits for what becomes of a file. */
final class Outcomes {
  /** A trial lasts two checks of each path; the shell waits two minutes for a command. */
  private static final Duration PATIENCE = Duration.ofSeconds(100);

  private static final long BETWEEN_LOOKS_MILLIS = 50;

  private final Supplier<List<Deployment>> deployments;

  Outcomes(Supplier<List<Deployment>> deployments) {
    this.deployments = deployments;
  }

  /**
   * What became of a file with this content.
   *
   * @throws RefusedException it was refused, or rolled back
   */
  String of(String file, String digest) throws RefusedException {
    Optional<Deployment> before = find(file);
    Optional<Deployment> after =
        await(() -> find(file).filter(now -> isDecided(now, before, digest)));
    if (after.isEmpty()) {
      return find(file).map(Deployment::describe).orElse(file + ": not seen yet");
    }
    Optional<String> problem = after.get().problem();
    if (problem.isPresent()) {
      throw new RefusedException(after.get().describe());
    }
    return after.get().describe();
  }

  private static boolean isDecided(Deployment now, Optional<Deployment> before, String digest) {
    boolean serves = now.serving().map(Hosted::digest).filter(digest::equals).isPresent();
    boolean decided = now.decisions() > before.map(Deployment::decisions).orElse(0);
    return now.candidate().isEmpty() && (serves || decided);
  }

  String ofRemoval(String file) {
    Optional<String> gone =
        await(() -> find(file).isPresent() ? Optional.empty() : Optional.of(file + ": removed"));
    return gone.orElse(file + ": still there");
  }

  private Optional<Deployment> find(String file) {
    return deployments.get().stream().filter(one -> one.file().equals(file)).findFirst();
  }

  private static <R> Optional<R> await(Supplier<Optional<R>> look) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    Optional<R> found = look.get();
    while (found.isEmpty() && System.nanoTime() - end < 0) {
      try {
        TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return found;
      }
      found = look.get();
    }
    return found;
  }
}
