package org.polypath.control.socket;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.polypath.api.platform.CommandInterpreter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The clients that are connected, at most so many. When all places are taken, one that has been
 * silent for long makes room, unprivileged ones first: nobody can keep others out by connecting
 * often. Who has just come is given time to ask; until then others wait in the kernel's queue.
 */
final class Connections implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Connections.class);
  private static final long LAST_REPLIES_MILLIS = 500;

  /** How long a client may be silent before its place can be taken. */
  private static final long GRACE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  private final int limit;
  private final CommandInterpreter interpreter;
  private final Deadlines deadlines;
  private final Set<Connection> open = ConcurrentHashMap.newKeySet();
  private final AtomicInteger threads = new AtomicInteger();
  private final ExecutorService executor =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "control-client-" + threads.incrementAndGet());
            thread.setDaemon(true);
            return thread;
          });

  Connections(int limit, CommandInterpreter interpreter, Deadlines deadlines) {
    this.limit = limit;
    this.interpreter = interpreter;
    this.deadlines = deadlines;
  }

  /** Takes a client in; waits where that needs a place that is not free yet. */
  synchronized void add(Peer peer) {
    if (!hasRoom()) {
      LOG.debug("client refused: connected: {}", open.size());
      peer.close();
      return;
    }
    Connection connection = new Connection(peer, interpreter, deadlines);
    open.add(connection);
    executor.execute(
        () -> {
          try {
            connection.run();
          } finally {
            remove(connection);
          }
        });
  }

  /** Lets replies under way go out, then drops everybody. */
  @Override
  public void close() {
    executor.shutdown();
    open.stream().filter(connection -> !connection.isServing()).forEach(Connection::close);
    try {
      if (!executor.awaitTermination(LAST_REPLIES_MILLIS, TimeUnit.MILLISECONDS)) {
        LOG.info("clients dropped without a reply: {}", open.size());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    open.forEach(Connection::close);
    executor.shutdownNow();
  }

  private synchronized void remove(Connection connection) {
    open.remove(connection);
    notifyAll();
  }

  /** Whether there is a place, after waiting for one if some client is silent. */
  private boolean hasRoom() {
    while (open.size() >= limit) {
      List<Connection> silent =
          open.stream().filter(connection -> !connection.isServing()).toList();
      long longest = silent.stream().mapToLong(Connection::waiting).max().orElse(-1);
      if (longest < 0) {
        return false;
      }
      if (longest >= GRACE_NANOS) {
        drop(silent);
      } else if (!pause(GRACE_NANOS - longest)) {
        return false;
      }
    }
    return true;
  }

  private void drop(List<Connection> silent) {
    silent.stream()
        .filter(connection -> connection.waiting() >= GRACE_NANOS)
        .max(
            Comparator.comparing((Connection connection) -> !connection.isPrivileged())
                .thenComparing(Connection::waiting))
        .ifPresent(
            connection -> {
              open.remove(connection);
              connection.close();
            });
  }

  private boolean pause(long nanos) {
    try {
      TimeUnit.MILLISECONDS.timedWait(this, TimeUnit.NANOSECONDS.toMillis(nanos) + 1);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
