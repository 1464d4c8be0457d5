package org.polypath.launcher;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * How the process comes to its end: who asks first decides the exit status; from then on a watchdog
 * runs, so that a bundle that does not stop never keeps the process.
 *
 * <p>A daemon is asked by its handlers of SIGTERM and SIGINT. Any other process that gets one, and
 * whoever calls {@link System#exit}, reaches this through the JVM's shutdown hook; the latter is
 * named, and is a failure. The hook waits for the orderly stop and then halts, because the JVM
 * would otherwise make up its own status; what is logged meanwhile may be lost, because the JDK
 * closes its logging in a hook beside it.
 */
final class Ending {
  /** Enough for every bundle to write what it must; less than systemd's patience (90 s). */
  private static final long STOP_SECONDS = 15;

  /** Nobody in the container may end the process: whoever watches it is to start it again. */
  private static final int FAILED = 1;

  private final CompletableFuture<Integer> code = new CompletableFuture<>();
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final LogWriter log;
  private final Thread hook;

  /**
   * Begins to listen for the JVM's end.
   *
   * @param signalCode exit status after a signal that nobody handles
   * @param log what is still to be written at the end, if somebody reads it
   */
  Ending(int signalCode, LogWriter log) {
    this.log = log;
    hook = new Thread(() -> endBySignal(signalCode), "signal");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** Asks for the end. Returns at once; a second call changes nothing. */
  void ask(int exitCode) {
    if (code.complete(exitCode)) {
      Thread watchdog = new Thread(() -> watch(exitCode), "halt-watchdog");
      watchdog.setDaemon(true);
      watchdog.start();
    }
  }

  /** Waits until somebody asks. */
  int await() {
    return code.join();
  }

  /** The orderly stop is done. Under a signal the process ends here and now. */
  void done() {
    stopped.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      awaitHalt();
    }
  }

  private void awaitHalt() {
    try {
      hook.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void endBySignal(int signalCode) {
    Optional<String> caller = ExitCaller.find();
    caller.ifPresent(who -> log.line("the process ends: System.exit was called by: " + who));
    ask(caller.isPresent() ? FAILED : signalCode);
    try {
      stopped.await(STOP_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    log.flush();
    Runtime.getRuntime().halt(code.join());
  }

  private void watch(int exitCode) {
    try {
      if (!stopped.await(STOP_SECONDS, TimeUnit.SECONDS)) {
        log.line("stopping took longer than " + STOP_SECONDS + " s: halted");
        log.flush();
        Runtime.getRuntime().halt(exitCode == 0 ? 1 : exitCode);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
