package org.polypath.control.socket;

import java.io.IOException;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.polypath.api.platform.CommandInterpreter;
import org.polypath.api.socket.Peer;
import org.polypath.api.socket.ServedSocket;
import org.polypath.control.turn.Turn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves the clients of one socket in one thread that waits for nobody: what a client is slow at
 * costs others nothing. Requests are answered by other threads.
 */
final class SocketService implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SocketService.class);
  private static final int MAX_CLIENTS = 256;
  private static final int MAX_REPLY_BYTES = 32 << 20;

  /** So many are accepted at once before those that are there are looked at again. */
  private static final int ACCEPTED_AT_ONCE = 32;

  private static final int LONGEST_WAIT_MILLIS = 60_000;
  private static final long LAST_REPLIES_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

  /** Out of file descriptors, for instance: trying again at once would only burn the processor. */
  private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(1);

  private record Answer(Client client, long number, Frame reply) {}

  private final ServedSocket socket;
  private final CommandInterpreter interpreter;
  private final Executor workers;
  private final Privilege privilege;
  private final Deadlines deadlines;
  private final Clients clients;
  private final Replies replies = new Replies();
  private final Queue<Answer> finished = new ConcurrentLinkedQueue<>();
  private final Thread thread;
  private long acceptAgainAt = System.nanoTime();
  private volatile boolean closing;

  SocketService(ServedSocket socket, CommandInterpreter interpreter, Executor workers) {
    this(
        socket,
        interpreter,
        workers,
        new Privilege(),
        Deadlines.USUAL,
        new Clients(MAX_CLIENTS, MAX_REPLY_BYTES));
  }

  SocketService(
      ServedSocket socket,
      CommandInterpreter interpreter,
      Executor workers,
      Privilege privilege,
      Deadlines deadlines,
      Clients clients) {
    this.socket = socket;
    this.interpreter = interpreter;
    this.workers = workers;
    this.privilege = privilege;
    this.deadlines = deadlines;
    this.clients = clients;
    thread = new Thread(this::run, "control-" + socket.address());
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  /** Lets replies under way go out, then drops everybody. */
  @Override
  public void close() {
    closing = true;
    socket.wakeUp();
    try {
      thread.join(TimeUnit.NANOSECONDS.toMillis(2 * LAST_REPLIES_NANOS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    socket.close();
  }

  private void run() {
    try {
      while (!closing) {
        round(mayAccept(System.nanoTime()));
      }
      long end = System.nanoTime() + LAST_REPLIES_NANOS;
      dropIdle();
      while (!clients.all().isEmpty() && System.nanoTime() - end < 0) {
        round(false);
        dropIdle();
      }
    } catch (IOException | RuntimeException e) {
      LOG.error("no client is served any more: address: {}", socket.address(), e);
    } finally {
      privilege.close();
      socket.close();
    }
  }

  private void round(boolean accepting) throws IOException {
    List<Peer> ready = socket.await(accepting, waitMillis());
    long now = System.nanoTime();
    for (Answer answer = finished.poll(); answer != null; answer = finished.poll()) {
      take(answer, now);
    }
    for (Peer peer : ready) {
      clients.of(peer).ifPresent(client -> guarded(client, () -> client.proceed(now)));
    }
    if (accepting) {
      acceptSome(now);
    }
    clients.all().forEach(client -> guarded(client, () -> client.expire(now)));
    for (var lazy = clients.hoarder(now); lazy.isPresent(); lazy = clients.hoarder(now)) {
      drop(lazy.get(), "it does not take its replies");
    }
  }

  private boolean mayAccept(long now) {
    boolean room = !clients.isFull(1) || clients.isAnyDispensable(now);
    return room && now - acceptAgainAt >= 0;
  }

  private int waitMillis() {
    long now = System.nanoTime();
    if (closing) {
      return (int) TimeUnit.NANOSECONDS.toMillis(LAST_REPLIES_NANOS) / 50;
    }
    long nanos = TimeUnit.MILLISECONDS.toNanos(LONGEST_WAIT_MILLIS);
    nanos = Math.min(nanos, clients.nextDeadline(now).map(it -> it - now).orElse(nanos));
    if (acceptAgainAt - now > 0) {
      nanos = Math.min(nanos, acceptAgainAt - now);
    } else if (!mayAccept(now)) {
      nanos = Math.min(nanos, clients.nanosToRoom(now));
    }
    return (int) TimeUnit.NANOSECONDS.toMillis(Math.max(0, nanos)) + 1;
  }

  private void acceptSome(long now) {
    try {
      Iterator<Client> leaving =
          clients.isFull(ACCEPTED_AT_ONCE)
              ? clients.dispensable(now).iterator()
              : Collections.emptyIterator();
      for (int i = 0; i < ACCEPTED_AT_ONCE; i++) {
        if (clients.isFull(1)) {
          if (!leaving.hasNext()) {
            return;
          }
          drop(leaving.next(), "its place is needed");
        }
        Optional<Peer> peer = socket.accept();
        if (peer.isEmpty()) {
          return;
        }
        admit(peer.get(), now);
      }
    } catch (IOException e) {
      LOG.warn("no client can connect: address: {}, reason: {}", socket.address(), e.getMessage());
      acceptAgainAt = now + PAUSE_NANOS;
    }
  }

  private void admit(Peer peer, long now) {
    try {
      clients.add(new Client(peer, deadlines, this::ask, now));
    } catch (RuntimeException e) {
      LOG.warn("client not admitted: address: {}", socket.address(), e);
      peer.close();
    }
  }

  /** Who only connects is not looked up: that costs next to nothing. */
  private void ask(Client client, long number, String request) {
    if (client.isKnown()) {
      handOn(client, number, request);
    } else {
      privilege
          .of(client.peer())
          .thenAccept(
              known -> {
                client.known(known);
                handOn(client, number, request);
              });
    }
  }

  private void handOn(Client client, long number, String request) {
    workers.execute(Turn.now(client.isPrivileged(), () -> interpret(client, number, request)));
  }

  private void interpret(Client client, long number, String request) {
    CompletableFuture.completedStage(request)
        .thenCompose(line -> interpreter.interpret(line, client.isPrivileged()))
        .thenApply(replies::frame)
        .exceptionally(
            failure -> {
              LOG.error("command broke: {}", request, failure);
              return Frame.of("fail\n");
            })
        .thenAccept(
            reply -> {
              finished.add(new Answer(client, number, reply));
              socket.wakeUp();
            });
  }

  private void take(Answer answer, long now) {
    Client client = answer.client();
    if (clients.of(client.peer()).isPresent()) {
      guarded(client, () -> client.answered(answer.number(), answer.reply(), now));
    }
  }

  private void dropIdle() {
    clients.all().stream()
        .filter(client -> !client.isServed())
        .forEach(client -> drop(client, "the daemon ends"));
  }

  private interface Work {
    void run() throws IOException;
  }

  private void guarded(Client client, Work work) {
    try {
      work.run();
    } catch (IOException e) {
      drop(client, e.getMessage());
    } catch (RuntimeException e) {
      LOG.error("client could not be served: address: {}", socket.address(), e);
      drop(client, "it could not be served");
    }
  }

  private void drop(Client client, String reason) {
    LOG.debug("client dropped: reason: {}", reason);
    clients.remove(client);
    try {
      client.peer().close();
    } catch (RuntimeException e) {
      LOG.warn("client's socket does not close: address: {}", socket.address(), e);
    }
  }
}
