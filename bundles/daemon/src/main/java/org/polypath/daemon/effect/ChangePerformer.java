package org.polypath.daemon.effect;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.polypath.api.discovery.PathDiscovery;
import org.polypath.core.effect.Effect.ChangePath;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Changes paths in the kernel: those of one path in the order given, of several at the same time. A
 * change that waits for its disk holds up one thread of a few.
 */
final class ChangePerformer {
  private static final Logger LOG = LoggerFactory.getLogger("org.polypath");
  private static final int THREADS = 4;

  private final PathDiscovery discovery;
  private final ThreadPoolExecutor threads;
  private final Map<String, CompletableFuture<Void>> last = new ConcurrentHashMap<>();

  ChangePerformer(PathDiscovery discovery) {
    this.discovery = discovery;
    this.threads =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            10,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> {
              Thread thread = new Thread(task, "path-changes");
              thread.setDaemon(true);
              return thread;
            });
    threads.allowCoreThreadTimeOut(true);
  }

  /** Called by the core's thread alone. */
  void perform(ChangePath effect) {
    String name = effect.path().name();
    CompletableFuture<Void> done =
        last.getOrDefault(name, CompletableFuture.completedFuture(null))
            .thenRunAsync(() -> change(effect), threads);
    last.put(name, done);
    done.whenComplete((nothing, failure) -> last.remove(name, done));
  }

  void close() {
    threads.shutdownNow();
  }

  private void change(ChangePath effect) {
    try {
      List<String> problems = discovery.change(effect.path(), effect.change());
      problems.forEach(problem -> LOG.warn("{}: not changed; because: {}", name(effect), problem));
    } catch (RuntimeException e) {
      LOG.warn("{}: {} failed; because: {}", name(effect), effect.change(), e.toString());
    }
  }

  private static String name(ChangePath effect) {
    return effect.path().name();
  }
}
