package org.polypath.launcher;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Of a bundle that ends the process it is a guest in, as if all were well. */
public final class ExitingActivator implements BundleActivator {
  @Override
  public void start(BundleContext context) {
    new Thread(() -> System.exit(0), "acme-watchdog").start();
  }

  @Override
  public void stop(BundleContext context) {
    // there is nothing to stop
  }
}
