package org.polypath.dm;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that calls libdevmapper, which is not made for more, and beside it threads for the
 * calls that wait for disks.
 */
final class DriverThread {
  /**
   * So many calls can wait for disks before others wait for them: with one call for each map, so
   * many maps of arrays that do not answer.
   */
  static final int MOST_WAITING = 256;

  private static final Logger LOG = LoggerFactory.getLogger(DriverThread.class);

  private final ScheduledThreadPoolExecutor executor;
  private final WaitingThreads waiting;

  DriverThread() {
    executor = new ScheduledThreadPoolExecutor(1, task -> daemon(task, "dm"));
    waiting =
        new WaitingThreads(
            Executors.newCachedThreadPool(task -> daemon(task, "dm-call")), MOST_WAITING);
  }

  /** Calls on the driver's thread, and goes on with the stage that comes of it. */
  <T> CompletableFuture<T> compose(Supplier<CompletionStage<T>> call) {
    return CompletableFuture.supplyAsync(call, this::execute).thenCompose(stage -> stage);
  }

  /** Calls on the driver's thread. */
  <T> CompletableFuture<T> call(Supplier<T> call) {
    return CompletableFuture.supplyAsync(call, this::execute);
  }

  /** Calls on a thread that may wait, and completes on the driver's. */
  <T> CompletableFuture<T> callWaiting(Supplier<T> call) {
    return CompletableFuture.supplyAsync(call, waiting);
  }

  /** Goes on with a stage on the driver's thread, whether it failed or not. */
  <T> CompletableFuture<T> rejoin(CompletionStage<T> stage) {
    CompletableFuture<T> joined = new CompletableFuture<>();
    stage.whenComplete(
        (value, failure) -> {
          try {
            execute(() -> complete(joined, value, failure));
          } catch (RejectedExecutionException stopped) {
            joined.completeExceptionally(stopped);
          }
        });
    return joined;
  }

  /** Runs on the driver's thread after a while, also if it is stopped meanwhile. */
  void later(Duration delay, Runnable action) {
    schedule(delay, () -> runLogged(action));
  }

  private void execute(Runnable action) {
    schedule(Duration.ZERO, action);
  }

  /**
   * What comes while the thread ends is not always refused by the JDK: cancelled without a word.
   */
  private void schedule(Duration delay, Runnable action) {
    if (executor.schedule(action, delay.toNanos(), TimeUnit.NANOSECONDS).isCancelled()) {
      throw new RejectedExecutionException("the device-mapper binding is stopped");
    }
  }

  /**
   * Runs a last action on the thread and takes no more; waits a few seconds for that. The second
   * time it does nothing.
   */
  void stop(Runnable last) {
    if (executor.isShutdown()) {
      return;
    }
    executor.execute(last);
    executor.shutdown();
    waiting.shutdown();
    try {
      executor.awaitTermination(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void runLogged(Runnable action) {
    try {
      action.run();
    } catch (RuntimeException e) {
      LOG.error("device-mapper work failed unexpectedly", e);
    }
  }

  private static <T> void complete(CompletableFuture<T> joined, T value, Throwable failure) {
    if (failure == null) {
      joined.complete(value);
    } else {
      joined.completeExceptionally(failure);
    }
  }

  private static Thread daemon(Runnable task, String name) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }
}
