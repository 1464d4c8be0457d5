package org.polypath.control.socket;

import java.io.IOException;

/** A listening socket. */
interface Listener extends AutoCloseable {
  /** Waits for a client. One thread calls; it fails once the socket is closed. */
  Peer accept() throws IOException;

  @Override
  void close();
}
