package org.polypath.control.socket;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.polypath.api.platform.CommandInterpreter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves one client until it leaves: request by request, in a thread of its own. */
final class Connection implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(Connection.class);

  private final Peer peer;
  private final CommandInterpreter interpreter;
  private final Deadlines deadlines;
  private volatile boolean serving;
  private volatile long waitingSince = System.nanoTime();

  Connection(Peer peer, CommandInterpreter interpreter, Deadlines deadlines) {
    this.peer = peer;
    this.interpreter = interpreter;
    this.deadlines = deadlines;
  }

  @Override
  public void run() {
    try (peer) {
      Frames frames = new Frames(peer);
      while (true) {
        waitingSince = System.nanoTime();
        Optional<String> request =
            frames.receive(deadlines.idleMillis(), deadlines.receiveMillis());
        if (request.isEmpty()) {
          return;
        }
        serving = true;
        frames.send(answer(request.get()), deadlines.sendMillis());
        serving = false;
      }
    } catch (IOException e) {
      LOG.debug("client dropped: reason: {}", e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      serving = false;
    }
  }

  /** Whether a request is being answered. */
  boolean isServing() {
    return serving;
  }

  boolean isPrivileged() {
    return peer.isPrivileged();
  }

  /** For how long its client has asked nothing, in nanoseconds. */
  long waiting() {
    return System.nanoTime() - waitingSince;
  }

  /** Ends it from outside. */
  void close() {
    peer.close();
  }

  private String answer(String request) throws InterruptedException {
    try {
      return interpreter
          .interpret(request, peer.isPrivileged())
          .toCompletableFuture()
          .get(deadlines.answerMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return "fail\ntimeout\n";
    } catch (ExecutionException e) {
      LOG.error("command broke: {}", request, e);
      return "fail\n";
    }
  }
}
