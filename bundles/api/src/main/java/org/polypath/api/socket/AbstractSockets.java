package org.polypath.api.socket;

import java.io.IOException;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Makes listening sockets in Linux' abstract name space ({@code man 7 unix}), which the JDK cannot.
 */
@ProviderType
public interface AbstractSockets {
  /**
   * Listens on an abstract stream socket.
   *
   * @param name its name without the leading NUL, for instance {@code
   *     /org/kernel/linux/storage/multipathd}
   * @throws IOException if the name is in use or sockets cannot be made; the message says which
   */
  Listener listen(String name) throws IOException;

  /** A listening socket. */
  @ProviderType
  interface Listener extends AutoCloseable {
    /**
     * Waits for a client. One thread calls.
     *
     * @throws IOException if the socket was closed or fails
     */
    Peer accept() throws IOException;

    @Override
    void close();
  }

  /** A connected client. Reads and writes block, each for at most the time set. */
  @ProviderType
  interface Peer extends AutoCloseable {
    /** The client's user id when it connected (SO_PEERCRED). */
    int userId();

    /**
     * Reads some bytes.
     *
     * @param buffer where to
     * @param millis how long to wait
     * @return how many were read; -1 at the end
     * @throws IOException on failure or when the time is over
     */
    int read(byte[] buffer, int millis) throws IOException;

    /**
     * Writes all bytes.
     *
     * @param bytes what
     * @param millis how long to wait
     * @throws IOException on failure or when the time is over
     */
    void write(byte[] bytes, int millis) throws IOException;

    @Override
    void close();
  }
}
