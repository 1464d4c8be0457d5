package org.polypath.control.socket;

import java.io.IOException;
import org.polypath.api.socket.AbstractSockets;

/**
 * Listens on an abstract socket, which a service makes.
 *
 * @param socket what the service made
 */
record AbstractListener(AbstractSockets.Listener socket) implements Listener {
  @Override
  public Peer accept() throws IOException {
    return new AbstractPeer(socket.accept());
  }

  @Override
  public void close() {
    socket.close();
  }

  private record AbstractPeer(AbstractSockets.Peer client) implements Peer {
    @Override
    public boolean isPrivileged() {
      return client.userId() == 0 || client.userId() == OwnUser.ID;
    }

    @Override
    public int read(byte[] buffer, int millis) throws IOException {
      return client.read(buffer, millis);
    }

    @Override
    public void write(byte[] bytes, int millis) throws IOException {
      client.write(bytes, millis);
    }

    @Override
    public void close() {
      client.close();
    }
  }
}
