package org.polypath.control.socket;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.polypath.api.socket.Peer;

/**
 * What one client is at: it sends a request, waits for the answer, takes it, and so on. One thread
 * uses it, but for what is said otherwise; nothing blocks. Times are {@link System#nanoTime}.
 */
final class Client {
  private static final String LATE = "fail\ntimeout\n";

  /** So much is sent at once at most: then others are looked at. */
  private static final int SENT_AT_ONCE = 64 << 10;

  /** Whom requests are handed to. */
  interface Answers {
    /** Has a request answered: {@link Client#answered} is called later, with the same number. */
    void ask(Client client, long number, String request);
  }

  private enum State {
    RECEIVING,
    ANSWERING,
    SENDING
  }

  private final Peer peer;
  private final Deadlines deadlines;
  private final Answers answers;
  private final Frames frames = new Frames();
  private State state = State.RECEIVING;
  private volatile Optional<Boolean> privileged = Optional.empty();
  private Frame reply = Frame.NONE;
  private int sent;
  private long number;
  private long activeAt;
  private long begunAt;

  /**
   * @param peer who connected
   * @param deadlines how long things may take
   * @param answers whom requests are handed to
   * @param now the time
   */
  Client(Peer peer, Deadlines deadlines, Answers answers, long now) {
    this.peer = peer;
    this.deadlines = deadlines;
    this.answers = answers;
    this.activeAt = now;
    peer.watch(true, false);
  }

  Peer peer() {
    return peer;
  }

  /** Whether it is known to be privileged. */
  boolean isPrivileged() {
    return privileged.orElse(false);
  }

  /** Whether it is known whether it is privileged. */
  boolean isKnown() {
    return privileged.isPresent();
  }

  /** Keeps whether it is privileged, if that is known. Any thread. */
  void known(Optional<Boolean> privilege) {
    privileged = privilege;
  }

  /** Whether a request is being answered or the answer sent. */
  boolean isServed() {
    return state != State.RECEIVING;
  }

  /** For how long it has done nothing although it was its turn, in nanoseconds. */
  long idle(long now) {
    return state == State.ANSWERING ? 0 : now - activeAt;
  }

  /** A reply that it has not taken, or not all of it; may be another client's too. */
  Optional<Frame> pending() {
    return state == State.SENDING ? Optional.of(reply) : Optional.empty();
  }

  /**
   * Goes on after its peer became ready.
   *
   * @throws IOException if it is to be dropped
   */
  void proceed(long now) throws IOException {
    if (state == State.SENDING) {
      send(now);
    } else if (state == State.RECEIVING) {
      receive(now);
    }
  }

  /** Takes an answer's frame; one that comes after its time is over is thrown away. */
  void answered(long answered, Frame frame, long now) throws IOException {
    if (state == State.ANSWERING && answered == number) {
      reply = frame;
      sent = 0;
      state = State.SENDING;
      begunAt = now;
      activeAt = now;
      send(now);
    }
  }

  /**
   * Looks at the time.
   *
   * @throws IOException if the client is to be dropped
   */
  void expire(long now) throws IOException {
    if (deadline().isPresent() && now - deadline().get() >= 0) {
      if (state != State.ANSWERING) {
        throw new SocketTimeoutException("client too slow: " + state);
      }
      answered(number, Frame.of(LATE), now);
    }
  }

  /** When {@link #expire} is due; empty if nothing is under way. */
  Optional<Long> deadline() {
    return switch (state) {
      case RECEIVING ->
          frames.isBegun() ? Optional.of(after(deadlines.receiveMillis())) : Optional.empty();
      case ANSWERING -> Optional.of(after(deadlines.answerMillis()));
      case SENDING -> Optional.of(after(deadlines.sendMillis()));
    };
  }

  private long after(int millis) {
    return begunAt + TimeUnit.MILLISECONDS.toNanos(millis);
  }

  private void receive(long now) throws IOException {
    boolean begins = !frames.isBegun();
    int count = peer.read(frames.room());
    if (count < 0) {
      throw new EOFException("client left");
    }
    if (count > 0) {
      begunAt = begins ? now : begunAt;
      activeAt = now;
      takeRequest(now);
    }
  }

  private void send(long now) throws IOException {
    int taken = peer.write(reply.part(sent, SENT_AT_ONCE));
    if (taken > 0) {
      sent += taken;
      activeAt = now;
    }
    if (sent < reply.length()) {
      peer.watch(false, true);
    } else {
      reply = Frame.NONE;
      state = State.RECEIVING;
      begunAt = now;
      takeRequest(now);
    }
  }

  /** While a request is being answered nothing is read: who asks faster waits in the kernel. */
  private void takeRequest(long now) throws IOException {
    Optional<String> request = frames.next();
    if (request.isPresent()) {
      state = State.ANSWERING;
      begunAt = now;
      number++;
      peer.watch(false, false);
      answers.ask(this, number, request.get());
    } else {
      peer.watch(true, false);
    }
  }
}
