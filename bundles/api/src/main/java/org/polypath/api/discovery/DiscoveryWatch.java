package org.polypath.api.discovery;

import org.osgi.annotation.versioning.ConsumerType;

/** Changes being followed. Closing ends it; the listener is not called after that returns. */
@ConsumerType
public interface DiscoveryWatch extends AutoCloseable {
  @Override
  void close();
}
