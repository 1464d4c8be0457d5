package org.polypath.config;

import org.polypath.config.ReadOutcome.Accepted;

/** Configurations to test with. */
public final class Configurations {
  /** The file their findings and origins name. */
  public static final String FILE = "/etc/multipath.conf";

  private Configurations() {}

  /** What a main file says. */
  public static ResolvedConfiguration of(String text) {
    return accepted(ConfigurationReader.read(ConfigurationSources.ofMain(FILE, text)));
  }

  /** The configuration; fails if it was refused. */
  public static ResolvedConfiguration accepted(ReadOutcome outcome) {
    return outcome.fold(
        Accepted::configuration,
        refused -> {
          throw new AssertionError(refused.message());
        });
  }
}
