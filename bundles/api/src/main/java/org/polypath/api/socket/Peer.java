package org.polypath.api.socket;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.osgi.annotation.versioning.ConsumerType;

/** A client of a {@link ServedSocket}, used by the thread that serves it. Nothing blocks. */
@ConsumerType
public interface Peer extends AutoCloseable {
  /** Whether the client was this user when it connected ({@code SO_PEERCRED}). */
  boolean isUser(int userId);

  /** What is waited for: that the client sent something, or that it can be sent something. */
  void watch(boolean reading, boolean writing);

  /**
   * Takes what the client sent.
   *
   * @param target a buffer in the heap with room left
   * @return how many bytes were put into it; 0 if nothing is there now; -1 at the end
   * @throws IOException if the connection failed
   */
  int read(ByteBuffer target) throws IOException;

  /**
   * Sends what can be sent now.
   *
   * @param source a buffer in the heap
   * @return how many bytes were taken from it, from 0
   * @throws IOException if the connection failed
   */
  int write(ByteBuffer source) throws IOException;

  @Override
  void close();
}
