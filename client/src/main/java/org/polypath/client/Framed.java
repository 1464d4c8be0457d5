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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A connection that asks and is answered in frames: a length of eight bytes in the host's order,
 * then the text, its last byte NUL and counted.
 */
final class Framed implements AutoCloseable {
  private static final int MAX_REPLY = 32 << 20;
  private static final int SUSPICIOUS_LENGTH = 256;
  private static final String FORBIDDEN = "Permission denied";

  private final ByteChannel channel;

  private Framed(ByteChannel channel) {
    this.channel = channel;
  }

  /**
   * Connects to the first address where somebody listens.
   *
   * @throws NoDaemonException if nobody does
   * @throws IOException if somebody may, but this user must not ask him
   */
  static Framed connect(List<Path> addresses) throws IOException {
    Map<Path, IOException> failures = new LinkedHashMap<>();
    for (Path address : addresses) {
      SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
      try {
        channel.connect(UnixDomainSocketAddress.of(address));
        return new Framed(channel);
      } catch (IOException e) {
        channel.close();
        failures.put(address, e);
      }
    }
    throw unanswered(failures);
  }

  /** What it means that no address answers. */
  static IOException unanswered(Map<Path, IOException> failures) {
    for (Map.Entry<Path, IOException> failure : failures.entrySet()) {
      if (FORBIDDEN.equals(failure.getValue().getMessage())) {
        return new IOException(
            "permission denied: " + failure.getKey() + ": run it as root", failure.getValue());
      }
    }
    return new NoDaemonException(
        String.join(" or ", failures.keySet().stream().map(Path::toString).toList()));
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
    } catch (IOException e) {
      throw request.length() < SUSPICIOUS_LENGTH ? e : refused(request, e);
    } finally {
      watch.interrupt();
    }
  }

  /** A daemon hangs up on who sends too much: how much that is, is its affair. */
  private static IOException refused(String request, IOException e) {
    return new IOException(
        "the daemon does not take a command of "
            + request.length()
            + " characters: "
            + e.getMessage(),
        e);
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
