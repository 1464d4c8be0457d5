package org.polypath.control.socket;

import java.io.IOException;
import java.net.ConnectException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.polypath.api.socket.Peer;
import org.polypath.api.socket.ServedSocket;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Listens on a socket that is a file. */
final class PathSocket implements ServedSocket {
  private static final Logger LOG = LoggerFactory.getLogger(PathSocket.class);

  /**
   * Clients that wait to be accepted; who comes then waits for a place among them, in no order. As
   * many as can be served at once: they wait no longer than it takes to make all those places.
   */
  private static final int BACKLOG = 256;

  private final Path path;
  private final ServerSocketChannel channel;
  private final Selector selector;
  private final SelectionKey accepting;

  /** Tells this socket's file from one that another process put in its place. */
  private final Object identity;

  private PathSocket(Path path, ServerSocketChannel channel, Selector selector) throws IOException {
    this.path = path;
    this.channel = channel;
    this.selector = selector;
    this.identity = identity(path);
    channel.configureBlocking(false);
    accepting = channel.register(selector, 0);
  }

  /**
   * Listens. A socket that nobody listens on any more is replaced.
   *
   * @param path the file to be
   * @param permissions who may connect: writing means connecting
   * @throws AddressInUseException if somebody listens there
   * @throws IOException if the file cannot be made or is something else than a socket
   */
  static PathSocket listen(Path path, Set<PosixFilePermission> permissions) throws IOException {
    PathPeer.lookUp(0);
    PathPeer.lookUp(OwnUser.ID);
    UnixDomainSocketAddress address = UnixDomainSocketAddress.of(path);
    removeStale(path, address);
    ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    try {
      channel.bind(address, BACKLOG);
      Files.setPosixFilePermissions(path, permissions);
      return new PathSocket(path, channel, Selector.open());
    } catch (IOException e) {
      channel.close();
      throw new IOException("cannot listen on " + path + ": " + e.getMessage(), e);
    }
  }

  @Override
  public String address() {
    return path.toString();
  }

  @Override
  public List<Peer> await(boolean accept, int millis) throws IOException {
    try {
      accepting.interestOps(accept ? SelectionKey.OP_ACCEPT : 0);
      if (millis > 0) {
        selector.select(millis);
      } else {
        selector.selectNow();
      }
      return ready();
    } catch (ClosedSelectorException | CancelledKeyException e) {
      throw new IOException("socket " + path + ": closed", e);
    }
  }

  private List<Peer> ready() {
    List<Peer> ready = new ArrayList<>();
    for (SelectionKey key : selector.selectedKeys()) {
      if (key.attachment() instanceof Peer peer) {
        ready.add(peer);
      }
    }
    selector.selectedKeys().clear();
    return ready;
  }

  @Override
  public Optional<Peer> accept() throws IOException {
    SocketChannel client = channel.accept();
    return client == null ? Optional.empty() : Optional.of(PathPeer.of(client, selector));
  }

  @Override
  public void wakeUp() {
    selector.wakeup();
  }

  @Override
  public synchronized void close() {
    if (!selector.isOpen()) {
      return;
    }
    try {
      channel.close();
      for (SelectionKey key : Set.copyOf(selector.keys())) {
        if (key.attachment() instanceof Peer peer) {
          peer.close();
        }
      }
      selector.close();
      if (Files.exists(path, LinkOption.NOFOLLOW_LINKS) && identity.equals(identity(path))) {
        Files.delete(path);
      }
    } catch (IOException e) {
      LOG.warn("socket stays behind: path: {}", path, e);
    }
  }

  private static void removeStale(Path path, UnixDomainSocketAddress address) throws IOException {
    if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    if (!attributes(path).isOther()) {
      throw new IOException("cannot listen on " + path + ": it is there and is no socket");
    }
    try (SocketChannel probe = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      probe.connect(address);
      throw new AddressInUseException(path.toString());
    } catch (ConnectException e) {
      Files.delete(path);
      LOG.info("socket of a dead daemon replaced: path: {}", path);
    }
  }

  private static BasicFileAttributes attributes(Path path) throws IOException {
    return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
  }

  private static Object identity(Path path) throws IOException {
    return attributes(path).fileKey();
  }
}
