package org.polypath.simulator.timeline;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A timeline of real time on a thread of its own. */
public final class ThreadTimeline implements Timeline, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ThreadTimeline.class);

  private final long start = System.nanoTime();
  private final ScheduledThreadPoolExecutor executor;
  private volatile Thread thread;

  /** Starts the thread. */
  public ThreadTimeline() {
    executor = new ScheduledThreadPoolExecutor(1, this::newThread);
    executor.setRemoveOnCancelPolicy(true);
    executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    executor.prestartCoreThread();
  }

  private Thread newThread(Runnable work) {
    Thread created = new Thread(work, "polypath-simulator");
    created.setDaemon(true);
    thread = created;
    return created;
  }

  @Override
  public Duration now() {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  @Override
  public Alarm after(Duration delay, Runnable action) {
    if (executor.isShutdown()) {
      return () -> {};
    }
    Future<?> future = executor.schedule(() -> run(action), delay.toNanos(), TimeUnit.NANOSECONDS);
    return () -> future.cancel(false);
  }

  private static void run(Runnable action) {
    try {
      action.run();
    } catch (RuntimeException e) {
      LOG.error("simulator: an action failed: {}", e.toString(), e);
    }
  }

  @Override
  public <T> T ask(Supplier<T> question) {
    if (Thread.currentThread() == thread) {
      return question.get();
    }
    try {
      return executor.submit(question::get).get();
    } catch (RejectedExecutionException | CancellationException e) {
      throw new TimelineEndedException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TimelineEndedException(e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException("simulator: an action failed", e.getCause());
    }
  }

  /** Ends the thread; what was to happen later does not happen. */
  @Override
  public void close() {
    for (Runnable waiting : executor.shutdownNow()) {
      if (waiting instanceof Future<?> future) {
        future.cancel(false);
      }
    }
  }
}
