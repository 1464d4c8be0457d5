package org.polypath.daemon.plugin;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Calls plug-ins so that whatever one does stays its own affair: each call has a deadline, what it
 * throws becomes a fault, and one that blocks its thread costs that thread alone. Any thread may
 * call.
 */
public final class PluginCalls implements AutoCloseable {
  /** Threads for calls that return at once, as they should. */
  private static final int THREADS = 2;

  /** The most threads that blocked calls may hold; beyond that calls wait until their deadline. */
  private static final int MOST_THREADS = 512;

  /** A call that has not returned after this long holds its thread. */
  private static final long BLOCKED_MILLIS = 50;

  /**
   * The most threads that one plug-in's blocked calls may hold: it is not called again until one
   * returns.
   */
  private static final int MOST_BLOCKED = 8;

  private final ScheduledExecutorService deadlines;
  private final ThreadPoolExecutor threads;
  private final AtomicInteger blocked = new AtomicInteger();

  /**
   * Starts without threads.
   *
   * @param deadlines where deadlines are waited for; not closed by this
   */
  public PluginCalls(ScheduledExecutorService deadlines) {
    this.deadlines = deadlines;
    AtomicInteger count = new AtomicInteger();
    threads =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            10,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> {
              Thread thread = new Thread(task, "plugin-" + count.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
    threads.allowCoreThreadTimeOut(true);
  }

  /**
   * Calls a plug-in.
   *
   * @param plugin what is called
   * @param deadline how long it may take
   * @param call the call
   * @param answered takes the answer; called once, or {@code failed} is
   * @param failed takes one line that says what the plug-in did wrong
   */
  public <T, R> void call(
      ServingPlugin<T> plugin,
      Duration deadline,
      Supplier<CompletionStage<R>> call,
      Consumer<R> answered,
      Consumer<String> failed) {
    CompletableFuture<R> answer = new CompletableFuture<>();
    var timer =
        deadlines.schedule(
            () -> answer.completeExceptionally(new DeadlineException(deadline)),
            deadline.toMillis(),
            TimeUnit.MILLISECONDS);
    CompletableFuture<?> unused =
        answer.whenComplete(
            (result, problem) -> {
              timer.cancel(false);
              if (problem == null) {
                answered.accept(result);
              } else {
                plugin.countFault();
                failed.accept(plugin.name() + " (" + plugin.label() + ") " + describe(problem));
              }
            });
    if (plugin.blockedCalls() >= MOST_BLOCKED) {
      answer.completeExceptionally(new BlockedException(plugin.blockedCalls()));
      return;
    }
    try {
      threads.execute(() -> run(plugin, call, answer));
    } catch (RejectedExecutionException e) {
      answer.completeExceptionally(e);
    }
  }

  /** Stops waiting for anybody. */
  @Override
  public void close() {
    threads.shutdownNow();
  }

  private <R> void run(
      ServingPlugin<?> plugin, Supplier<CompletionStage<R>> call, CompletableFuture<R> answer) {
    if (answer.isDone()) {
      return;
    }
    BlockedWatch watch = new BlockedWatch(plugin);
    var timer = deadlines.schedule(watch::expired, BLOCKED_MILLIS, TimeUnit.MILLISECONDS);
    try {
      CompletionStage<R> stage = call.get();
      if (stage == null) {
        answer.completeExceptionally(new IllegalStateException("answered nothing"));
        return;
      }
      stage.whenComplete((result, problem) -> complete(answer, result, problem));
    } catch (Exception | LinkageError | StackOverflowError | AssertionError e) {
      answer.completeExceptionally(e);
    } finally {
      timer.cancel(false);
      watch.returned();
    }
  }

  private static <R> void complete(CompletableFuture<R> answer, R result, Throwable problem) {
    if (problem != null) {
      answer.completeExceptionally(problem);
    } else if (result == null) {
      answer.completeExceptionally(new IllegalStateException("answered nothing"));
    } else {
      answer.complete(result);
    }
  }

  private static String describe(Throwable problem) {
    if (problem instanceof DeadlineException || problem instanceof BlockedException) {
      return problem.getMessage();
    }
    String text = problem.getMessage() == null ? "" : ": " + problem.getMessage();
    return "failed with " + problem.getClass().getSimpleName() + text.replace('\n', ' ');
  }

  /** The pool has a thread more for each call that holds one. */
  private void resize() {
    int size = Math.min(MOST_THREADS, THREADS + blocked.get());
    if (size > threads.getMaximumPoolSize()) {
      threads.setMaximumPoolSize(size);
      threads.setCorePoolSize(size);
    } else {
      threads.setCorePoolSize(size);
      threads.setMaximumPoolSize(size);
    }
  }

  /** Counts one call as blocked from when it has taken too long until it returns. */
  private final class BlockedWatch {
    private final ServingPlugin<?> plugin;
    private boolean done;
    private boolean counted;

    BlockedWatch(ServingPlugin<?> plugin) {
      this.plugin = plugin;
    }

    synchronized void expired() {
      if (!done) {
        counted = true;
        plugin.blocked(1);
        blocked.incrementAndGet();
        resize();
      }
    }

    synchronized void returned() {
      done = true;
      if (counted) {
        plugin.blocked(-1);
        blocked.decrementAndGet();
        resize();
      }
    }
  }

  /** Not called, because earlier calls have not returned. */
  private static final class BlockedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BlockedException(int calls) {
      super("was not asked: " + calls + " calls of it block their threads", null, false, false);
    }
  }

  /** No answer in time. */
  private static final class DeadlineException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DeadlineException(Duration deadline) {
      super("did not answer within " + deadline.toMillis() + " ms", null, false, false);
    }
  }
}
