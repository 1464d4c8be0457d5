package org.polypath.deployer.plugins;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** A bundle that never gets done with its start or its stop, whoever interrupts it. */
public final class HangingActivator implements BundleActivator {
  /** System property: the method that hangs. Without it both return. */
  public static final String WHERE = "org.polypath.deployer.hangs";

  @Override
  public void start(BundleContext context) {
    hang("start");
  }

  @Override
  public void stop(BundleContext context) {
    hang("stop");
  }

  private static void hang(String where) {
    while (where.equals(System.getProperty(WHERE))) {
      try {
        Thread.sleep(20);
      } catch (InterruptedException e) {
        // as code does that means to go on for ever
      }
    }
  }
}
