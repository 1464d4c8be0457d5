package org.polypath.api.checker;

import java.time.Duration;
import org.osgi.annotation.versioning.ProviderType;
import org.polypath.api.device.PathDevice;

/** One question to a {@link PathChecker}. */
@ProviderType
public interface CheckRequest {
  /** The path in question. */
  PathDevice device();

  /**
   * The timeout for each command the checker sends: {@code checker_timeout}, else the device's own.
   * The whole check has as long, plus a second.
   */
  Duration timeout();
}
