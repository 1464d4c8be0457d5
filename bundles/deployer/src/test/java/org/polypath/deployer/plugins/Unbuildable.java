package org.polypath.deployer.plugins;

import java.util.function.Supplier;

/** A plug-in whose constructor fails. */
public final class Unbuildable implements Supplier<String> {
  public Unbuildable() {
    throw new IllegalStateException("no licence for this array");
  }

  @Override
  public String get() {
    return "";
  }
}
