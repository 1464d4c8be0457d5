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

  /**
   * What the last answer about this path wanted to be remembered; empty text if nothing. Forgotten
   * when the path leaves its map or gets another checker; kept when the checker's bundle is
   * replaced, so that a new version can read what the old one wrote.
   */
  String pathMemory();

  /**
   * What the last answer about any path of the same map wanted to be remembered for all of them;
   * empty text if nothing. Forgotten when the map gets another checker.
   */
  String mapMemory();
}
