package org.polypath.deployer;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.osgi.framework.Bundle;

/**
 * Runs what a bundle does when it comes and when it goes, each on a thread of its own: one that
 * never gets done costs that thread, and keeps no other bundle from coming and going.
 */
final class BundleSteps {
  /** Something in which a bundle's code runs. */
  interface Step {
    void run() throws RefusedException;
  }

  private final Duration limit;

  /**
   * A runner.
   *
   * @param limit how long each step may take
   */
  BundleSteps(Duration limit) {
    this.limit = limit;
  }

  /**
   * Runs a step to its end, or until it has taken too long; it is told to end then, and goes on
   * until it does.
   *
   * @param what names it
   * @param late run after it on its thread, if nobody waits for it any more
   * @throws RefusedException the step does, fails, or has not got done
   */
  void run(String what, Bundle bundle, Step step, Runnable late) throws RefusedException {
    CompletableFuture<Void> done = new CompletableFuture<>();
    String name = what + " of " + bundle.getSymbolicName() + " " + bundle.getVersion();
    Thread thread = new Thread(() -> run(step, done, late), name);
    thread.setDaemon(true);
    thread.start();
    try {
      await(done);
    } catch (ExecutionException e) {
      throw refusal(what, e.getCause());
    } catch (TimeoutException e) {
      thread.interrupt();
      throw RefusedException.lasting(
          "it has not got done with its %s after %d s; that thread is lost until it is: %s"
              .formatted(what, limit.toSeconds(), name));
    } catch (InterruptedException e) {
      thread.interrupt();
      Thread.currentThread().interrupt();
      throw new RefusedException("the platform stops", e);
    }
  }

  /** Gives up, unless it is done at the same moment. */
  private void await(CompletableFuture<Void> done)
      throws ExecutionException, TimeoutException, InterruptedException {
    try {
      done.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | InterruptedException e) {
      if (done.cancel(false)) {
        throw e;
      }
      done.get();
    }
  }

  private static RefusedException refusal(String what, Throwable failure) {
    return failure instanceof RefusedException refused
        ? refused
        : new RefusedException("its " + what + " fails: " + failure, failure);
  }

  /** Whatever it throws is told to who waits. */
  private static void run(Step step, CompletableFuture<Void> done, Runnable late) {
    try {
      step.run();
      done.complete(null);
    } catch (Throwable e) {
      done.completeExceptionally(e);
    }
    if (done.isCancelled()) {
      late.run();
    }
  }
}
