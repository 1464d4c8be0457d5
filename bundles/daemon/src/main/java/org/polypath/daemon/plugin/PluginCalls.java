package org.polypath.daemon.plugin;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls plug-ins so that whatever one does stays its own affair: each call has a deadline from when
 * it runs, what it throws becomes a fault, one that blocks its thread costs that thread alone, and
 * one that fails again and again rests. Any thread may call.
 */
public final class PluginCalls implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PluginCalls.class);

  /**
   * The most threads that one plug-in's blocked calls may hold: it is not called again until one
   * returns.
   */
  private static final int MOST_BLOCKED = 8;

  private final ScheduledExecutorService deadlines;
  private final PluginThreads threads;

  /**
   * Starts without threads.
   *
   * @param deadlines where deadlines are waited for; not closed by this
   */
  public PluginCalls(ScheduledExecutorService deadlines) {
    this(deadlines, new PluginThreads(deadlines));
  }

  PluginCalls(ScheduledExecutorService deadlines, PluginThreads threads) {
    this.deadlines = deadlines;
    this.threads = threads;
  }

  PluginThreads threads() {
    return threads;
  }

  ScheduledExecutorService deadlines() {
    return deadlines;
  }

  /**
   * Calls a plug-in.
   *
   * @param plugin what is called
   * @param deadline how long it may take
   * @param call the call
   * @param answered takes the answer; called once, or {@code failed} is; if it throws, both are
   * @param failed takes what the plug-in did wrong, or why its answer is no use
   */
  <T, R> void call(
      ServingPlugin<T> plugin,
      Duration deadline,
      Supplier<CompletionStage<R>> call,
      Consumer<R> answered,
      Consumer<CallFault> failed) {
    Optional<String> objection = objection(plugin);
    if (objection.isPresent()) {
      failed.accept(new CallFault(named(plugin, objection.get()), false));
      return;
    }
    long begun = System.nanoTime();
    CompletableFuture<R> answer = new CompletableFuture<>();
    AnswerTime time = new AnswerTime(deadlines, deadline, answer);
    CompletableFuture<?> unused =
        answer.whenComplete(
            (result, problem) -> {
              time.end();
              long took = System.nanoTime() - begun;
              if (problem == null) {
                plugin.answered(took);
                handOn(plugin, result, answered, failed);
              } else {
                String fault = problem.getMessage();
                boolean asked = !(problem instanceof AnswerTime.UnaskedException);
                if (asked) {
                  plugin.failed(took, fault);
                }
                failed.accept(new CallFault(named(plugin, fault), asked));
              }
            });
    try {
      threads.run(plugin, () -> run(plugin, call, time, answer));
    } catch (RejectedExecutionException e) {
      answer.completeExceptionally(
          new AnswerTime.UnaskedException("was not asked: " + e.getMessage()));
    }
  }

  /** Stops waiting for anybody. */
  @Override
  public void close() {
    threads.close();
  }

  /** Whoever waits for an answer gets one, also where what came cannot be worked with. */
  private static <R> void handOn(
      ServingPlugin<?> plugin, R result, Consumer<R> answered, Consumer<CallFault> failed) {
    try {
      answered.accept(result);
    } catch (RuntimeException e) {
      LOG.error("answer could not be used: plug-in: {}", plugin.identity(), e);
      String fault = "gave an answer that could not be used: " + e.getMessage();
      failed.accept(new CallFault(named(plugin, fault), true));
    }
  }

  private static String named(ServingPlugin<?> plugin, String fault) {
    return plugin.name() + " (" + plugin.label() + ") " + fault;
  }

  /** Why it is not called at all now. */
  private static Optional<String> objection(ServingPlugin<?> plugin) {
    Optional<String> blocked = blockedThreads(plugin);
    return blocked.isPresent() || plugin.breaker().permits() ? blocked : plugin.breaker().reason();
  }

  /** Why it is given no more threads. */
  private static Optional<String> blockedThreads(ServingPlugin<?> plugin) {
    int blocked = plugin.blockedCalls();
    return blocked >= MOST_BLOCKED
        ? Optional.of("was not asked: " + blocked + " calls of it block their threads")
        : Optional.empty();
  }

  private static <R> void run(
      ServingPlugin<?> plugin,
      Supplier<CompletionStage<R>> call,
      AnswerTime time,
      CompletableFuture<R> answer) {
    blockedThreads(plugin)
        .ifPresent(why -> answer.completeExceptionally(new AnswerTime.UnaskedException(why)));
    if (answer.isDone()) {
      return;
    }
    time.begin();
    try {
      CompletionStage<R> stage = call.get();
      if (stage == null) {
        answer.completeExceptionally(new FailedException("answered nothing"));
        return;
      }
      stage.whenComplete((result, problem) -> complete(answer, result, problem));
    } catch (Throwable e) {
      answer.completeExceptionally(FailedException.of(e));
    }
  }

  private static <R> void complete(CompletableFuture<R> answer, R result, Throwable problem) {
    if (problem != null) {
      answer.completeExceptionally(FailedException.of(problem));
    } else if (result == null) {
      answer.completeExceptionally(new FailedException("answered nothing"));
    } else {
      answer.complete(result);
    }
  }
}
