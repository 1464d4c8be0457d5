package org.polypath.api.map;

import org.osgi.annotation.versioning.ConsumerType;

/** Map events being followed. Closing ends it. */
@ConsumerType
public interface MapWatch extends AutoCloseable {
  @Override
  void close();
}
