package org.polypath.lab.scenario;

import java.time.Duration;

/** The configuration that most scenarios share. */
final class Settings {
  /** The polling interval in it. */
  static final Duration POLLING_INTERVAL = Duration.ofSeconds(2);

  private Settings() {}

  /**
   * A configuration with friendly names for all disks, and more lines in {@code defaults}. Debian's
   * client else gives up after four seconds, which are nothing on a machine that is busy.
   */
  static String defaultsWith(String... lines) {
    return """
        defaults {
          find_multipaths no
          user_friendly_names yes
          polling_interval %d
          %s
          uxsock_timeout 60000
        }
        """
        .formatted(POLLING_INTERVAL.toSeconds(), String.join("\n  ", lines));
  }
}
