package org.polypath.control.socket;

import java.io.IOException;

/** A connected client. One thread reads and writes; any thread may close. */
interface Peer extends AutoCloseable {
  /** Whether the client may change anything: root, or the user that this process runs as. */
  boolean isPrivileged();

  /**
   * Reads some bytes.
   *
   * @param buffer where to
   * @param millis how long to wait
   * @return how many were read, at least 1; -1 at the end
   * @throws IOException on failure or when the time is over
   */
  int read(byte[] buffer, int millis) throws IOException;

  /**
   * Writes all bytes.
   *
   * @param bytes what
   * @param millis how long to try
   * @throws IOException on failure or when the time is over
   */
  void write(byte[] bytes, int millis) throws IOException;

  @Override
  void close();
}
