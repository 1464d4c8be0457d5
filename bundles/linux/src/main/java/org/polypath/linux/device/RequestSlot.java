package org.polypath.linux.device;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.polypath.api.device.DeviceFailure;
import org.polypath.linux.kernel.SystemCallException;

/**
 * The place for one request of one kind on one path. While a request is under way, another is
 * answered {@link DeviceFailure#BUSY}, also after the first was given up by its caller: the kernel
 * still has it.
 */
final class RequestSlot {
  private final String path;
  private final RequestThreads threads;
  private final AtomicReference<Request<?>> current = new AtomicReference<>();

  /**
   * A free slot.
   *
   * @param path the path's name, for messages
   * @param threads where requests wait
   */
  RequestSlot(String path, RequestThreads threads) {
    this.path = path;
    this.threads = threads;
  }

  /** What a request does on a thread of its own; may block. */
  @FunctionalInterface
  interface Work<T> {
    T perform() throws SystemCallException;
  }

  /** Makes the answer of a request that failed. */
  @FunctionalInterface
  interface Refusal<T> {
    T of(DeviceFailure failure, String text);
  }

  /**
   * Makes a request.
   *
   * @param what the request in words, for instance {@code SCSI command 12}
   * @param limit when to give up waiting, counted from now
   * @param work the request itself
   * @param refusal makes the answer when there is no other
   * @return the answer; never completes exceptionally
   */
  <T> CompletionStage<T> request(String what, Duration limit, Work<T> work, Refusal<T> refusal) {
    Request<T> request = new Request<>(what, work, refusal);
    Request<?> earlier = current.compareAndExchange(null, request);
    if (earlier != null) {
      return CompletableFuture.completedStage(
          refusal.of(
              earlier.isOverdue() ? DeviceFailure.TIMED_OUT : DeviceFailure.BUSY,
              what
                  + " on "
                  + path
                  + ": not sent, "
                  + earlier.what
                  + " has not come back for "
                  + earlier.age().toMillis()
                  + " ms"));
    }
    request.begin(limit);
    return request.answer.minimalCompletionStage();
  }

  private final class Request<T> implements Runnable {
    private final String what;
    private final Work<T> work;
    private final Refusal<T> refusal;
    private final long since = System.nanoTime();
    private final CompletableFuture<T> answer = new CompletableFuture<>();
    private volatile Future<?> alarm = CompletableFuture.completedFuture(null);

    Request(String what, Work<T> work, Refusal<T> refusal) {
      this.what = what;
      this.work = work;
      this.refusal = refusal;
    }

    Duration age() {
      return Duration.ofNanos(System.nanoTime() - since);
    }

    /** Whether it was given up and is still stuck in the kernel: the device does not answer. */
    boolean isOverdue() {
      return answer.isDone();
    }

    void begin(Duration limit) {
      alarm = threads.after(limit, () -> giveUp(limit));
      try {
        threads.execute(this);
      } catch (RejectedExecutionException e) {
        end(refusal.of(DeviceFailure.NO_MEMORY, text("not sent, " + e.getMessage())));
      }
    }

    @Override
    public void run() {
      // given up before a thread was free: nothing is sent any more
      if (answer.isDone()) {
        current.set(null);
      } else {
        end(perform());
      }
    }

    private T perform() {
      try {
        return work.perform();
      } catch (SystemCallException e) {
        return refusal.of(e.failure(), text(e.getMessage()));
      } catch (RuntimeException | Error e) {
        DeviceFailure failure =
            e instanceof OutOfMemoryError ? DeviceFailure.NO_MEMORY : DeviceFailure.OTHER;
        return refusal.of(failure, text(e.toString()));
      }
    }

    /** Frees the slot first: who waits for the answer may make the next request. */
    private void end(T value) {
      current.set(null);
      alarm.cancel(false);
      answer.complete(value);
    }

    /** The slot stays taken. The answer is given by a thread that may wait, as its taker may. */
    private void giveUp(Duration limit) {
      Runnable answering =
          () ->
              answer.complete(
                  refusal.of(
                      DeviceFailure.TIMED_OUT,
                      text("no answer within " + limit.toMillis() + " ms")));
      try {
        threads.execute(answering);
      } catch (RejectedExecutionException e) {
        answering.run();
      }
    }

    private String text(String outcome) {
      return what + " on " + path + ": " + outcome;
    }
  }
}
