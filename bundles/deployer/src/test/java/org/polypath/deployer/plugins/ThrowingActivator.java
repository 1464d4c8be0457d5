package org.polypath.deployer.plugins;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** A bundle that throws on start. */
public final class ThrowingActivator implements BundleActivator {
  @Override
  public void start(BundleContext context) {
    throw new IllegalStateException("not on this host");
  }

  @Override
  public void stop(BundleContext context) {
    // never started
  }
}
