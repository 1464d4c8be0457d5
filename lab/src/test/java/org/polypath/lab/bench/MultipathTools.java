package org.polypath.lab.bench;

import java.nio.file.Path;

/** An implementation of the multipath commands. */
public interface MultipathTools {
  /** What to call it in reports. */
  String name();

  /** The {@code multipath} command. */
  Path multipath();

  /** The {@code multipathd} command: the daemon, and its client. */
  Path multipathd();

  /**
   * Those that the scenarios are played with: Polypath, or with {@code -Dlab.subject=reference}
   * Debian's.
   */
  static MultipathTools underTest() {
    String subject = System.getProperty("lab.subject", "polypath");
    return switch (subject) {
      case "polypath" -> Polypath.built();
      case "reference" -> new Reference();
      default ->
          throw new IllegalArgumentException(
              "lab.subject: %s: must be polypath or reference".formatted(subject));
    };
  }
}
