package org.polypath.daemon.effect;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.polypath.api.discovery.PathChange;
import org.polypath.api.discovery.PathDiscovery;
import org.polypath.api.path.DeviceNumber;
import org.polypath.core.effect.Effect.ChangePath;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Changes paths in the kernel: those of one path in the order given, of several at the same time. A
 * change that waits for its disk holds up one thread of a few; deletions, which may wait for ever,
 * have threads of their own. What cannot be done is said once, however many paths it holds for.
 */
final class ChangePerformer {
  private static final Logger LOG = LoggerFactory.getLogger("org.polypath");
  private static final int THREADS = 4;
  private static final int MOST_SAID = 1000;

  private final PathDiscovery discovery;
  private final ThreadPoolExecutor threads = threads("path-changes");
  private final ThreadPoolExecutor deletions = threads("path-deletions");
  private final Map<String, CompletionStage<Void>> last = new ConcurrentHashMap<>();

  /** Limits of requests that are still to be set. */
  private final Map<DeviceNumber, CompletionStage<Void>> limits = new ConcurrentHashMap<>();

  private final Set<String> said = ConcurrentHashMap.newKeySet();

  ChangePerformer(PathDiscovery discovery) {
    this.discovery = discovery;
  }

  private static ThreadPoolExecutor threads(String name) {
    ThreadPoolExecutor threads =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            10,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> {
              Thread thread = new Thread(task, name);
              thread.setDaemon(true);
              return thread;
            });
    threads.allowCoreThreadTimeOut(true);
    return threads;
  }

  /** Called by the core's thread alone. */
  void perform(ChangePath effect) {
    String name = effect.path().name();
    Executor executor = effect.change() instanceof PathChange.Delete ? deletions : threads;
    CompletionStage<Void> done =
        last.getOrDefault(name, CompletableFuture.completedStage(null))
            .thenRunAsync(() -> change(effect), executor);
    last.put(name, done);
    done.whenComplete((nothing, failure) -> last.remove(name, done));
    if (effect.change() instanceof PathChange.TransferLimit) {
      DeviceNumber number = effect.path().number();
      CompletionStage<Void> limited = done.exceptionally(failure -> null);
      limits.put(number, limited);
      limited.whenComplete((nothing, failure) -> limits.remove(number, limited));
    }
  }

  /**
   * Done when the limits of requests that were asked for on these devices are set, or could not be:
   * a table that is loaded before gives them requests that are too large. Never fails. Called by
   * the core's thread alone.
   */
  CompletableFuture<Void> limited(Set<DeviceNumber> devices) {
    return CompletableFuture.allOf(
        limits.entrySet().stream()
            .filter(limit -> devices.contains(limit.getKey()))
            .map(limit -> limit.getValue().toCompletableFuture())
            .toArray(CompletableFuture<?>[]::new));
  }

  void close() {
    threads.shutdownNow();
    deletions.shutdownNow();
  }

  private void change(ChangePath effect) {
    try {
      List<String> problems = discovery.change(effect.path(), effect.change());
      problems.forEach(problem -> say(effect, problem));
    } catch (RuntimeException e) {
      LOG.warn("{}: {} failed; because: {}", name(effect), effect.change(), e.toString());
    }
  }

  private void say(ChangePath effect, String problem) {
    if (said.size() < MOST_SAID && said.add(problem)) {
      LOG.warn("{}: not changed; because: {}", name(effect), problem);
    } else {
      LOG.debug("{}: not changed; because: {}", name(effect), problem);
    }
  }

  private static String name(ChangePath effect) {
    return effect.path().name();
  }
}
