package org.polypath.api.socket;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A listening socket with its clients, served by one thread that waits for all of them at once:
 * nothing here blocks but {@link #await}. Only {@link #wakeUp} and {@link #close} may be called by
 * any thread.
 */
@ConsumerType
public interface ServedSocket extends AutoCloseable {
  /** Its address: a path, or {@code @} and an abstract name. */
  String address();

  /**
   * Waits until a client that was accepted is ready for what it is watched for, or somebody wants
   * to be accepted.
   *
   * @param accepting whether one who wants to be accepted ends the waiting
   * @param millis how long at most, from 0
   * @return the clients that are ready, or have an error that using them will show
   * @throws IOException if the socket is closed or fails
   */
  List<Peer> await(boolean accepting, int millis) throws IOException;

  /**
   * Accepts a client.
   *
   * @return empty if nobody waits
   * @throws IOException if the socket is closed or fails, for instance for want of descriptors
   */
  Optional<Peer> accept() throws IOException;

  /** Ends the waiting, now or the next time. */
  void wakeUp();

  /** Listens no more and drops the clients. */
  @Override
  void close();
}
