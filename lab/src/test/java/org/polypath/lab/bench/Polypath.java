package org.polypath.lab.bench;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The distribution that this build made.
 *
 * @param distribution its directory; the guest sees it at the same place
 */
public record Polypath(Path distribution) implements MultipathTools {
  /** The one that {@code -Dpolypath.distribution} names, by default this build's own. */
  static Polypath built() {
    Path distribution =
        Path.of(System.getProperty("polypath.distribution", "../distribution/target/polypath"))
            .toAbsolutePath()
            .normalize();
    if (!Files.isDirectory(distribution)) {
      throw new IllegalStateException(
          "no distribution at %s: build it first, or name one by -Dpolypath.distribution"
              .formatted(distribution));
    }
    return new Polypath(distribution);
  }

  @Override
  public String name() {
    return "Polypath";
  }

  @Override
  public Path multipath() {
    return distribution.resolve("bin/multipath");
  }

  @Override
  public Path multipathd() {
    return distribution.resolve("bin/multipathd");
  }

  /** The daemon's shell. */
  public Path shell() {
    return distribution.resolve("bin/polypath");
  }

  /** Where bundles are dropped. */
  public Path deployDirectory() {
    return distribution.resolve("deploy");
  }
}
