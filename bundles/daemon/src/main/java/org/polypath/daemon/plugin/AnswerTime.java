package org.polypath.daemon.plugin;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * How long a call may take: a plug-in's time counts from when its code begins. That it waits for a
 * thread before, as long at most, is not its fault. Any thread may call.
 */
final class AnswerTime {
  private final ScheduledExecutorService deadlines;
  private final Duration limit;
  private final CompletableFuture<?> answer;
  private volatile long begun;
  private volatile boolean asked;
  private volatile Future<?> timer;

  /**
   * Begins to wait.
   *
   * @param answer fails with a {@link LateException} or {@link UnaskedException} after the limit
   */
  AnswerTime(ScheduledExecutorService deadlines, Duration limit, CompletableFuture<?> answer) {
    this.deadlines = deadlines;
    this.limit = limit;
    this.answer = answer;
    timer = await(limit.toNanos());
  }

  private Future<?> await(long nanos) {
    return deadlines.schedule(this::expired, nanos, TimeUnit.NANOSECONDS);
  }

  /** The plug-in's code begins now. */
  void begin() {
    begun = System.nanoTime();
    asked = true;
  }

  /** There is an answer. */
  void end() {
    timer.cancel(false);
  }

  private void expired() {
    if (!asked) {
      answer.completeExceptionally(
          new UnaskedException(
              "was not asked within " + limit.toMillis() + " ms: no thread was free for it"));
      return;
    }
    long left = limit.toNanos() - (System.nanoTime() - begun);
    if (left <= 0) {
      answer.completeExceptionally(new LateException(limit));
    } else if (!answer.isDone()) {
      timer = await(left);
    }
  }

  /** It was asked, and did not answer in time. */
  static final class LateException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LateException(Duration limit) {
      super("did not answer within " + limit.toMillis() + " ms", null, false, false);
    }
  }

  /** It was not even asked. */
  static final class UnaskedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnaskedException(String why) {
      super(why, null, false, false);
    }
  }
}
