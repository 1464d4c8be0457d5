package org.polypath.launcher;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Dictionary;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import org.apache.felix.framework.FrameworkFactory;
import org.apache.felix.framework.util.FelixConstants;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.wiring.FrameworkWiring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The OSGi framework with the distribution's bundles in it. */
final class Container {
  private static final Logger LOG = LoggerFactory.getLogger(Container.class);
  private static final String LOG_WARNINGS = "2";

  private final Framework framework;

  private Container(Framework framework) {
    this.framework = framework;
  }

  /**
   * A framework without bundles, ready to take them.
   *
   * @param properties what bundles see as framework properties
   * @param storage a folder of this process' own; emptied
   */
  static Container create(Map<String, String> properties, Path storage) throws LaunchException {
    Map<String, Object> configuration = new HashMap<>(properties);
    configuration.put(Constants.FRAMEWORK_STORAGE, storage.toString());
    configuration.put(
        Constants.FRAMEWORK_STORAGE_CLEAN, Constants.FRAMEWORK_STORAGE_CLEAN_ONFIRSTINIT);
    configuration.put(Constants.FRAMEWORK_BSNVERSION, Constants.FRAMEWORK_BSNVERSION_MULTIPLE);
    configuration.put(Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA, SystemPackages.clause());
    configuration.put(FelixConstants.LOG_LEVEL_PROP, LOG_WARNINGS);
    configuration.put(FelixConstants.LOG_LOGGER_PROP, new FrameworkLog());
    configuration.put(FelixConstants.SERVICE_URLHANDLERS_PROP, "false");
    configuration.put("felix.resolver.parallelism", "1");
    configuration.put("ds.delayed.keepInstances", "true");
    Framework framework = new FrameworkFactory().newFramework(configuration);
    try {
      framework.init();
    } catch (BundleException e) {
      throw new LaunchException("cannot start the OSGi framework in " + storage + ": " + e, e);
    }
    return new Container(framework);
  }

  /** Offers what only the launcher can do. */
  void offer(IntConsumer exit, Runnable ready) {
    BundleContext context = framework.getBundleContext();
    context.registerService(IntConsumer.class, exit, mark("polypath.exit"));
    context.registerService(Runnable.class, ready, mark("polypath.ready"));
  }

  private static Dictionary<String, Object> mark(String property) {
    Dictionary<String, Object> properties = new Hashtable<>();
    properties.put(property, "true");
    return properties;
  }

  /**
   * Starts the framework and every jar, in this order. A bundle that does not start is named in the
   * log with the reason; the others go on without it.
   */
  void start(List<Path> jars) throws LaunchException {
    try {
      framework.start();
    } catch (BundleException e) {
      throw new LaunchException("cannot start the OSGi framework: " + e, e);
    }
    List<Bundle> bundles = new ArrayList<>();
    for (Path jar : jars) {
      install(jar, bundles);
    }
    framework.adapt(FrameworkWiring.class).resolveBundles(bundles);
    bundles.forEach(Container::start);
    LOG.info("container started: bundles: {} of {}", resolved(bundles), jars.size());
  }

  private void install(Path jar, List<Bundle> installed) {
    try {
      installed.add(framework.getBundleContext().installBundle("reference:" + jar.toUri()));
    } catch (BundleException e) {
      LOG.error("bundle not installed: file: {} reason: {}", jar, e.getMessage());
    }
  }

  private static long resolved(List<Bundle> bundles) {
    int usable = Bundle.RESOLVED | Bundle.STARTING | Bundle.ACTIVE;
    return bundles.stream().filter(bundle -> (bundle.getState() & usable) != 0).count();
  }

  private static void start(Bundle bundle) {
    if (bundle.getHeaders("").get(Constants.FRAGMENT_HOST) != null) {
      return;
    }
    try {
      bundle.start(Bundle.START_TRANSIENT);
    } catch (BundleException e) {
      LOG.error("bundle not started: name: {} reason: {}", bundle.getSymbolicName(), reason(e));
    }
  }

  /** The framework wraps what an activator threw: that is the reason, not the wrapping. */
  private static String reason(BundleException e) {
    return e.getType() == BundleException.ACTIVATOR_ERROR && e.getCause() != null
        ? e.getCause().toString()
        : e.getMessage();
  }

  /**
   * Stops every bundle and the framework, in order, and waits for that no longer than the limit.
   */
  void stop(long limit, TimeUnit unit) {
    try {
      framework.stop();
      if (framework.waitForStop(unit.toMillis(limit)).getType() == FrameworkEvent.WAIT_TIMEDOUT) {
        LOG.warn("the container has not stopped after {} s", unit.toSeconds(limit));
      }
    } catch (BundleException e) {
      LOG.warn("the container did not stop in order", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
