package org.polypath.control.socket;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.file.FileSystems;
import java.nio.file.attribute.UserPrincipal;
import java.util.concurrent.TimeUnit;
import jdk.net.ExtendedSocketOptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A client of a {@link PathListener}. */
final class PathPeer implements Peer {
  private static final Logger LOG = LoggerFactory.getLogger(PathPeer.class);

  private final SocketChannel channel;
  private final Selector selector;
  private final boolean privileged;

  PathPeer(SocketChannel channel) throws IOException {
    this.channel = channel;
    try {
      UserPrincipal user = channel.getOption(ExtendedSocketOptions.SO_PEERCRED).user();
      this.privileged = user.equals(principal(0)) || user.equals(principal(OwnUser.ID));
      channel.configureBlocking(false);
      this.selector = Selector.open();
      channel.register(selector, 0);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  /** The JDK looks a name up, and takes a number for an id where there is no such name. */
  private static UserPrincipal principal(int id) throws IOException {
    return FileSystems.getDefault()
        .getUserPrincipalLookupService()
        .lookupPrincipalByName(Integer.toString(id));
  }

  @Override
  public boolean isPrivileged() {
    return privileged;
  }

  @Override
  public int read(byte[] buffer, int millis) throws IOException {
    ByteBuffer target = ByteBuffer.wrap(buffer);
    long deadline = deadline(millis);
    int count = channel.read(target);
    while (count == 0) {
      await(SelectionKey.OP_READ, deadline);
      count = channel.read(target);
    }
    return count;
  }

  @Override
  public void write(byte[] bytes, int millis) throws IOException {
    ByteBuffer source = ByteBuffer.wrap(bytes);
    long deadline = deadline(millis);
    channel.write(source);
    while (source.hasRemaining()) {
      await(SelectionKey.OP_WRITE, deadline);
      channel.write(source);
    }
  }

  @Override
  public void close() {
    try (channel;
        selector) {
      LOG.trace("closing");
    } catch (IOException e) {
      LOG.debug("client's socket does not close", e);
    }
  }

  private static long deadline(int millis) {
    return System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
  }

  private void await(int operation, long deadline) throws IOException {
    long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
    if (left <= 0) {
      throw new SocketTimeoutException("client too slow");
    }
    try {
      channel.keyFor(selector).interestOps(operation);
      selector.select(left);
      selector.selectedKeys().clear();
    } catch (ClosedSelectorException e) {
      throw new IOException("closed", e);
    }
  }
}
