package org.polypath.client;

import java.io.EOFException;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ByteChannel;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * A connection that asks and is answered in frames: a length of eight bytes in the host's order,
 * then the text, its last byte NUL and counted.
 */
final class Framed implements AutoCloseable {
  private static final int MAX_REPLY = 32 << 20;

  private final ByteChannel channel;

  private Framed(ByteChannel channel) {
    this.channel = channel;
  }

  /**
   * Connects to the first address where somebody listens.
   *
   * @throws NoDaemonException if nobody does
   */
  static Framed connect(List<Path> addresses) throws IOException {
    IOException last = new IOException("no address");
    for (Path address : addresses) {
      SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
      try {
        channel.connect(UnixDomainSocketAddress.of(address));
        return new Framed(channel);
      } catch (IOException e) {
        channel.close();
        last = e;
      }
    }
    throw new NoDaemonException(
        String.join(" or ", addresses.stream().map(Path::toString).toList()), last);
  }

  /** Connects to an abstract address, given without its leading NUL. */
  static Framed connectAbstract(String name) throws IOException {
    return new Framed(AbstractSocket.connect(name));
  }

  /**
   * Asks and waits for the answer.
   *
   * @param seconds how long
   * @throws IOException if the connection breaks or the time is over; then it is of no more use
   */
  String ask(String request, int seconds) throws IOException {
    Thread watch = new Deadline(channel, seconds);
    watch.start();
    try {
      send(request);
      return receive();
    } catch (ClosedChannelException e) {
      throw new IOException("timeout: the daemon did not answer within " + seconds + " s", e);
    } finally {
      watch.interrupt();
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private void send(String request) throws IOException {
    byte[] text = request.getBytes(StandardCharsets.UTF_8);
    ByteBuffer frame = buffer(Long.BYTES + text.length + 1);
    frame.putLong(text.length + 1L).put(text).put((byte) 0).flip();
    while (frame.hasRemaining()) {
      channel.write(frame);
    }
  }

  private String receive() throws IOException {
    long length = read(Long.BYTES).getLong();
    if (length < 1 || length > MAX_REPLY) {
      throw new IOException("the daemon's answer has an impossible length: " + length);
    }
    ByteBuffer text = read((int) length);
    text.limit((int) length - 1);
    return StandardCharsets.UTF_8.decode(text).toString();
  }

  private ByteBuffer read(int count) throws IOException {
    ByteBuffer buffer = buffer(count);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer) < 0) {
        throw new EOFException("the daemon closed the connection");
      }
    }
    return buffer.flip();
  }

  private static ByteBuffer buffer(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.nativeOrder());
  }

  /** Closes a channel when the time is over. A class and no lambda: those cost the start. */
  private static final class Deadline extends Thread {
    private final ByteChannel channel;
    private final int seconds;

    Deadline(ByteChannel channel, int seconds) {
      super("deadline");
      setDaemon(true);
      this.channel = channel;
      this.seconds = seconds;
    }

    @Override
    public void run() {
      try {
        sleep(seconds * 1000L);
        channel.close();
      } catch (InterruptedException e) {
        interrupt();
      } catch (IOException e) {
        Streams.error("the connection does not close: " + e.getMessage() + "\n");
      }
    }
  }
}
