package org.polypath.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Logger;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Of a bundle that logs a line when it is started and goes on with its work after that. */
public final class LoggingActivator implements BundleActivator {
  static final String DONE = "work-done";

  @Override
  public void start(BundleContext context) throws IOException {
    Logger.getLogger("acme").severe("started");
    Files.createFile(Path.of(context.getProperty("polypath.home"), DONE));
  }

  @Override
  public void stop(BundleContext context) {
    Logger.getLogger("acme").severe("stopped");
  }
}
