package org.polypath.daemon;

import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.polypath.api.platform.Command;
import org.polypath.api.platform.Platform;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What SIGHUP does: the configuration is read again. The launcher runs it. */
@Component(immediate = true, service = Runnable.class, property = "polypath.signal=HUP")
public final class Hangup implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(Hangup.class);

  private final Platform platform;
  private final ServiceManager manager;

  /** For the platform. */
  @Activate
  public Hangup(@Reference Platform platform, @Reference ServiceManager manager) {
    this.platform = platform;
    this.manager = manager;
  }

  @Override
  public void run() {
    LOG.info("SIGHUP: the configuration is read again");
    long now = TimeUnit.NANOSECONDS.toMicros(System.nanoTime());
    manager.tell("RELOADING=1", "MONOTONIC_USEC=" + now);
    platform
        .submit(new Command.Reconfigure(false))
        .whenComplete((result, problem) -> manager.tell("READY=1"));
  }
}
