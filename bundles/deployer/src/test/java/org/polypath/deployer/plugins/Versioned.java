package org.polypath.deployer.plugins;

import java.util.function.Supplier;
import org.osgi.framework.FrameworkUtil;

/** A plug-in that answers its bundle's version. */
public final class Versioned implements Supplier<String> {
  @Override
  public String get() {
    return FrameworkUtil.getBundle(Versioned.class).getVersion().toString();
  }
}
