package org.polypath.control.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polypath.api.socket.Peer;

class PathPeerTest {
  /** Nobody has this id, so no name service knows a name for it. */
  private static final int NAMELESS = 1_234_567;

  @TempDir Path folder;

  /** A file's owner and a client are told by the JDK in the same way: by id, then by name. */
  @Test
  void aUserWithoutANameIsKnownByHisNumber() throws IOException {
    assumeThat(OwnUser.ID).as("only root may give files away").isZero();
    Path file = Files.createFile(folder.resolve("file"));
    Files.setAttribute(file, "unix:uid", NAMELESS);
    UserPrincipal nameless = Files.getOwner(file);

    assertThat(nameless.getName()).isEqualTo(Integer.toString(NAMELESS));
    assertThat(PathPeer.lookUp(NAMELESS)).isEqualTo(nameless);
    assertThat(PathPeer.lookUp(0)).isNotEqualTo(nameless);
    assertThat(PathPeer.lookUp(NAMELESS + 1)).isNotEqualTo(nameless);
  }

  @Test
  void aClientIsWhoConnected() throws IOException {
    Path path = folder.resolve("s");
    try (PathSocket socket = PathSocket.listen(path, PosixFilePermissions.fromString("rw-------"));
        SocketChannel client = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      client.connect(UnixDomainSocketAddress.of(path));
      assertThat(socket.await(true, 60_000)).isEmpty();

      Peer peer = socket.accept().orElseThrow();

      assertThat(peer.isUser(OwnUser.ID)).isTrue();
      assertThat(peer.isUser(NAMELESS)).isFalse();
      peer.close();
      assertThat(peer.isUser(OwnUser.ID)).as("after its end").isFalse();
    }
  }
}
