package org.polypath.launcher;

import org.apache.felix.framework.Logger;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;
import org.slf4j.LoggerFactory;

/** The framework's own log lines, with ours. */
final class FrameworkLog extends Logger {
  private static final org.slf4j.Logger LOG = LoggerFactory.getLogger("framework");

  @Override
  @SuppressWarnings("rawtypes") // as inherited
  protected void doLog(
      Bundle bundle, ServiceReference service, int level, String message, Throwable thrown) {
    String line =
        bundle == null ? message : "bundle: " + bundle.getSymbolicName() + " event: " + message;
    switch (level) {
      case LOG_ERROR -> LOG.error(line, thrown);
      case LOG_WARNING -> LOG.warn(line, thrown);
      case LOG_INFO -> LOG.info(line, thrown);
      default -> LOG.debug(line, thrown);
    }
  }
}
