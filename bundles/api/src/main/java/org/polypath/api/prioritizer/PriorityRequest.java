package org.polypath.api.prioritizer;

import java.time.Duration;
import org.osgi.annotation.versioning.ProviderType;
import org.polypath.api.device.PathDevice;

/** One question to a {@link Prioritizer}. */
@ProviderType
public interface PriorityRequest {
  /** The path in question. */
  PathDevice device();

  /** The text of {@code prio_args}; empty if there is none. */
  String arguments();

  /** The timeout for each command the prioritizer sends. */
  Duration timeout();
}
