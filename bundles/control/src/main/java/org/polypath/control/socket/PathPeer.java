package org.polypath.control.socket;

import java.io.IOException;
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

  /** The users that were asked about: a name service is asked for them, which may take long. */
  private static final Map<Integer, UserPrincipal> USERS = new ConcurrentHashMap<>();

  private final SocketChannel channel;
  private final SelectionKey key;
  private volatile Optional<UserPrincipal> user = Optional.empty();
  private int lookUps;
  private boolean closed;

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

  /**
   * Looks a user up, so that it need not be done when a client comes.
   *
   * @throws IOException if that is not possible
   */
  static UserPrincipal lookUp(int userId) throws IOException {
    UserPrincipal known = USERS.get(userId);
    if (known == null) {
      // the JDK takes a number for an id where there is no such name
      known =
          FileSystems.getDefault()
              .getUserPrincipalLookupService()
              .lookupPrincipalByName(Integer.toString(userId));
      USERS.put(userId, known);
    }
    return known;
  }

  /** The JDK looks up the name of who connected; any thread may wait for that. */
  @Override
  public boolean isUser(int userId) {
    if (!begins()) {
      return false;
    }
    try {
      if (user.isEmpty()) {
        user = Optional.of(channel.getOption(ExtendedSocketOptions.SO_PEERCRED).user());
      }
      return user.equals(Optional.of(lookUp(userId)));
    } catch (IOException e) {
      LOG.debug("client is as good as anybody: it is not known who it is", e);
      return false;
    } finally {
      ends();
    }
  }

  private synchronized boolean begins() {
    if (!closed) {
      lookUps++;
    }
    return !closed;
  }

  private synchronized void ends() {
    lookUps--;
    if (closed && lookUps == 0) {
      closeChannel();
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

  /** The channel waits for a look-up before it closes; nobody shall wait with it. */
  @Override
  public synchronized void close() {
    closed = true;
    if (lookUps == 0) {
      closeChannel();
    } else {
      key.cancel();
    }
  }

  private void closeChannel() {
    try {
      channel.close();
    } catch (IOException e) {
      LOG.debug("client's socket does not close", e);
    }
  }
}
