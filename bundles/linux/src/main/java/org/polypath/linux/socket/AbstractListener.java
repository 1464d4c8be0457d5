package org.polypath.linux.socket;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import java.io.IOException;
import org.polypath.api.socket.AbstractSockets;
import org.polypath.linux.kernel.Architecture;
import org.polypath.linux.kernel.CLibrary;
import org.polypath.linux.kernel.Descriptor;
import org.polypath.linux.kernel.ErrorNumber;
import org.polypath.linux.kernel.LibC;
import org.polypath.linux.kernel.Poll;
import org.polypath.linux.kernel.SystemCallException;

/**
 * A listening abstract socket.
 *
 * @param library the C library
 * @param descriptor the socket, not blocking
 * @param name its name, for messages
 */
record AbstractListener(CLibrary library, Descriptor descriptor, String name)
    implements AbstractSockets.Listener {
  private static final int CLOSE_ON_EXEC_NON_BLOCKING = 0x80800;
  private static final int SOCKET_LEVEL = 1;
  private static final int CREDENTIALS_BYTES = 12;
  private static final int USER_ID = 4;

  @Override
  public AbstractSockets.Peer accept() throws IOException {
    try (Descriptor.Use use = descriptor.use().orElseThrow(this::closed);
        Poll poll = new Poll(library, use.number())) {
      while (true) {
        poll.await(-1);
        if (descriptor.isClosed()) {
          throw closed();
        }
        int client = acceptOne(use.number());
        if (client >= 0) {
          return peer(client);
        }
      }
    } catch (SystemCallException e) {
      throw new IOException("abstract socket @" + name + ": " + e.getMessage(), e);
    }
  }

  /** -1 if the client has left again. */
  private int acceptOne(int listening) throws SystemCallException {
    LibC functions = library.functions();
    try {
      return library.checked(
          "accept",
          () ->
              functions.accept4(listening, Pointer.NULL, Pointer.NULL, CLOSE_ON_EXEC_NON_BLOCKING));
    } catch (SystemCallException e) {
      if (e.number() == ErrorNumber.EAGAIN || e.number() == ErrorNumber.ECONNABORTED) {
        return -1;
      }
      throw e;
    }
  }

  private AbstractPeer peer(int client) throws SystemCallException {
    LibC functions = library.functions();
    try (Memory credentials = new Memory(CREDENTIALS_BYTES);
        Memory length = new Memory(Integer.BYTES)) {
      length.setInt(0, CREDENTIALS_BYTES);
      library.checked(
          "getsockopt SO_PEERCRED",
          () ->
              functions.getsockopt(
                  client, SOCKET_LEVEL, Architecture.own().peerCredentials(), credentials, length));
      Descriptor connected = new Descriptor(client, functions::close);
      return new AbstractPeer(library, connected, credentials.getInt(USER_ID));
    } catch (SystemCallException e) {
      functions.close(client);
      throw e;
    }
  }

  private IOException closed() {
    return new IOException("abstract socket @" + name + ": closed");
  }

  @Override
  public void close() {
    LinuxAbstractSockets.shutDown(library, descriptor);
  }
}
