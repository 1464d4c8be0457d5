package org.polypath.control.socket;

import java.io.IOException;
import java.net.ConnectException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Listens on a socket that is a file. */
final class PathListener implements Listener {
  private static final Logger LOG = LoggerFactory.getLogger(PathListener.class);

  /** Clients that wait to be accepted: as many as a flood lets in within some 50 ms. */
  private static final int BACKLOG = 128;

  private final Path path;
  private final ServerSocketChannel channel;

  /** Tells this socket's file from one that another process put in its place. */
  private final Object identity;

  private PathListener(Path path, ServerSocketChannel channel, Object identity) {
    this.path = path;
    this.channel = channel;
    this.identity = identity;
  }

  /**
   * Listens. A socket that nobody listens on any more is replaced.
   *
   * @param path the file to be
   * @param permissions who may connect: writing means connecting
   * @throws AddressInUseException if somebody listens there
   * @throws IOException if the file cannot be made or is something else than a socket
   */
  static PathListener listen(Path path, Set<PosixFilePermission> permissions) throws IOException {
    UnixDomainSocketAddress address = UnixDomainSocketAddress.of(path);
    removeStale(path, address);
    ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    try {
      channel.bind(address, BACKLOG);
      Files.setPosixFilePermissions(path, permissions);
      return new PathListener(path, channel, identity(path));
    } catch (IOException e) {
      channel.close();
      throw new IOException("cannot listen on " + path + ": " + e.getMessage(), e);
    }
  }

  @Override
  public Peer accept() throws IOException {
    return new PathPeer(channel.accept());
  }

  @Override
  public void close() {
    try {
      channel.close();
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
