package org.polypath.control.socket;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.polypath.api.socket.Peer;
import org.polypath.api.socket.ServedSocket;

/** A real socket whose clients a test makes behave in odd ways. */
record WrappedSocket(ServedSocket socket, UnaryOperator<Peer> wrap, Map<Peer, Peer> wrapped)
    implements ServedSocket {
  WrappedSocket(ServedSocket socket, UnaryOperator<Peer> wrap) {
    this(socket, wrap, new ConcurrentHashMap<>());
  }

  @Override
  public String address() {
    return socket.address();
  }

  @Override
  public List<Peer> await(boolean accepting, int millis) throws IOException {
    return socket.await(accepting, millis).stream().map(wrapped::get).toList();
  }

  @Override
  public Optional<Peer> accept() throws IOException {
    return socket.accept().map(peer -> wrapped.computeIfAbsent(peer, wrap));
  }

  @Override
  public void wakeUp() {
    socket.wakeUp();
  }

  @Override
  public void close() {
    socket.close();
  }

  /** A client like another. */
  static class WrappedPeer implements Peer {
    private final Peer peer;

    WrappedPeer(Peer peer) {
      this.peer = peer;
    }

    @Override
    public boolean isUser(int userId) {
      return peer.isUser(userId);
    }

    @Override
    public void watch(boolean reading, boolean writing) {
      peer.watch(reading, writing);
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
      return peer.read(target);
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
      return peer.write(source);
    }

    @Override
    public void close() {
      peer.close();
    }
  }
}
