package org.polypath.control.socket;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.polypath.api.socket.Peer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out who is privileged: root and the user that this process runs as. On threads of its own,
 * because the JDK tells who connected only with his name, and the name service that it asks may
 * wait for a network, or for a disk whose paths are lost.
 */
final class Privilege implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Privilege.class);
  private static final Duration USUAL_PATIENCE = Duration.ofSeconds(2);
  private static final int THREADS = 4;
  private static final int MOST_WAITING = 256;

  private final Duration patience;
  private final ThreadPoolExecutor threads =
      new ThreadPoolExecutor(
          THREADS,
          THREADS,
          10,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(MOST_WAITING),
          Privilege::thread);

  Privilege() {
    this(USUAL_PATIENCE);
  }

  Privilege(Duration patience) {
    this.patience = patience;
    threads.allowCoreThreadTimeOut(true);
  }

  /**
   * Asks who a client is.
   *
   * @return whether he is privileged; empty if that is not known in time. Never fails
   */
  CompletionStage<Optional<Boolean>> of(Peer peer) {
    try {
      return CompletableFuture.supplyAsync(() -> isPrivileged(peer), threads)
          .thenApply(Optional::of)
          .completeOnTimeout(Optional.empty(), patience.toMillis(), TimeUnit.MILLISECONDS)
          .exceptionally(Privilege::unknown);
    } catch (RejectedExecutionException e) {
      return CompletableFuture.completedStage(unknown(e));
    }
  }

  private static boolean isPrivileged(Peer peer) {
    return peer.isUser(0) || peer.isUser(OwnUser.ID);
  }

  private static Optional<Boolean> unknown(Throwable failure) {
    LOG.debug("client is as good as anybody: it is not known who it is", failure);
    return Optional.empty();
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "control-identity");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
