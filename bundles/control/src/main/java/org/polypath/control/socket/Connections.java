package org.polypath.control.socket;

import java.util.Comparator;
import java.util.Optional;
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
 * The clients that are connected, at most so many. When all places are taken, the one that has been
 * silent for longest makes room, unprivileged ones first: nobody can keep others out by connecting
 * often.
 */
final class Connections implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Connections.class);
  private static final long LAST_REPLIES_MILLIS = 500;

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

  /** Takes a client in. */
  synchronized void add(Peer peer) {
    if (open.size() >= limit && !makeRoom()) {
      LOG.warn("client refused: connected: {}, all being answered", open.size());
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
            open.remove(connection);
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

  private boolean makeRoom() {
    Optional<Connection> leaving =
        open.stream()
            .filter(connection -> !connection.isServing())
            .max(
                Comparator.comparing((Connection connection) -> !connection.isPrivileged())
                    .thenComparing(Connection::waiting));
    leaving.ifPresent(
        connection -> {
          open.remove(connection);
          connection.close();
        });
    return leaving.isPresent();
  }
}
