package org.polypath.lab.bench;

import java.nio.file.Path;

/** Debian's multipath-tools. */
public record Reference() implements MultipathTools {
  @Override
  public String name() {
    return "the reference";
  }

  @Override
  public Path multipath() {
    return Path.of("/sbin/multipath");
  }

  @Override
  public Path multipathd() {
    return Path.of("/sbin/multipathd");
  }
}
