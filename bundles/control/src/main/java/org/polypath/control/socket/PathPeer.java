package org.polypath.control.socket;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.file.FileSystems;
import java.nio.file.attribute.UserPrincipal;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import jdk.net.ExtendedSocketOptions;
import org.polypath.api.socket.Peer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A client of a {@link PathSocket}. */
final class PathPeer implements Peer {
  private static final Logger LOG = LoggerFactory.getLogger(PathPeer.class);

  /** The users that were asked about; looking one up reads the system's files. */
  private static final Map<Integer, UserPrincipal> USERS = new ConcurrentHashMap<>();

  private final SocketChannel channel;
  private final SelectionKey key;
  private Optional<UserPrincipal> user = Optional.empty();

  private PathPeer(SocketChannel channel, Selector selector) throws IOException {
    this.channel = channel;
    channel.configureBlocking(false);
    key = channel.register(selector, 0, this);
  }

  static PathPeer of(SocketChannel channel, Selector selector) throws IOException {
    try {
      return new PathPeer(channel, selector);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  @Override
  public boolean isUser(int userId) {
    user = user.or(this::connected);
    return user.equals(Optional.of(USERS.computeIfAbsent(userId, PathPeer::principal)));
  }

  /** Who connected; not looked up before it is asked for, since that reads the system's files. */
  private Optional<UserPrincipal> connected() {
    try {
      return Optional.of(channel.getOption(ExtendedSocketOptions.SO_PEERCRED).user());
    } catch (IOException e) {
      LOG.debug("client is as good as anybody: it does not say who it is", e);
      return Optional.empty();
    }
  }

  @Override
  public void watch(boolean reading, boolean writing) {
    key.interestOps((reading ? SelectionKey.OP_READ : 0) | (writing ? SelectionKey.OP_WRITE : 0));
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    return channel.read(target);
  }

  @Override
  public int write(ByteBuffer source) throws IOException {
    return channel.write(source);
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      LOG.debug("client's socket does not close", e);
    }
  }

  /** The JDK looks a name up, and takes a number for an id where there is no such name. */
  private static UserPrincipal principal(int id) {
    try {
      return FileSystems.getDefault()
          .getUserPrincipalLookupService()
          .lookupPrincipalByName(Integer.toString(id));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot look up user " + id, e);
    }
  }
}
