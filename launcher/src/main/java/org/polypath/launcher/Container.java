package org.polypath.launcher;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Dictionary;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.apache.felix.framework.FrameworkFactory;
import org.apache.felix.framework.util.FelixConstants;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.startlevel.BundleStartLevel;
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
    configuration.put(
        Constants.FRAMEWORK_BEGINNING_STARTLEVEL, String.valueOf(ShippedBundle.PLATFORM));
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

  /** Tells the service manager lines as in sd_notify(3), where there is a way to it. */
  void tellServiceManager(String lines) {
    serve(Consumer.class, "(polypath.servicemanager=true)", way -> accept(way, lines));
  }

  /** Has the platform do what it does on a signal, for instance {@code HUP}. */
  void signal(String name) {
    LOG.info("signal received: SIG{}", name);
    serve(Runnable.class, "(polypath.signal=" + name + ")", Runnable::run);
  }

  @SuppressWarnings("unchecked") // what the property stands for
  private static void accept(Consumer<?> way, String lines) {
    ((Consumer<String>) way).accept(lines);
  }

  private <T> void serve(Class<T> type, String filter, Consumer<T> use) {
    BundleContext context = framework.getBundleContext();
    try {
      for (ServiceReference<T> reference : context.getServiceReferences(type, filter)) {
        Optional.ofNullable(context.getService(reference)).ifPresent(use);
        context.ungetService(reference);
      }
    } catch (InvalidSyntaxException e) {
      throw new IllegalArgumentException(filter, e);
    }
  }

  /**
   * Starts the framework with every bundle, in this order; returns when all are started. A bundle
   * that does not start is named in the log with the reason; the others go on without it.
   */
  void start(List<ShippedBundle> shipped) throws LaunchException {
    List<Bundle> bundles = new ArrayList<>();
    for (ShippedBundle each : shipped) {
      install(each, bundles);
    }
    framework.adapt(FrameworkWiring.class).resolveBundles(bundles);
    bundles.forEach(Container::markForStart);
    try {
      framework.start();
    } catch (BundleException e) {
      throw new LaunchException("cannot start the OSGi framework: " + e, e);
    }
    LOG.info("container started: bundles: {} of {}", usable(bundles), shipped.size());
  }

  private void install(ShippedBundle shipped, List<Bundle> installed) {
    try {
      Bundle bundle =
          framework.getBundleContext().installBundle("reference:" + shipped.jar().toUri());
      bundle.adapt(BundleStartLevel.class).setStartLevel(shipped.startLevel());
      installed.add(bundle);
    } catch (BundleException e) {
      LOG.error("bundle not installed: file: {} reason: {}", shipped.jar(), e.getMessage());
    }
  }

  /**
   * Before the framework is started this only makes a note: it starts the bundle, or logs why not.
   */
  private static void markForStart(Bundle bundle) {
    if (bundle.getHeaders("").get(Constants.FRAGMENT_HOST) != null) {
      return;
    }
    try {
      bundle.start();
    } catch (BundleException e) {
      LOG.error("bundle not started: name: {}", bundle.getSymbolicName(), e);
    }
  }

  private static long usable(List<Bundle> bundles) {
    int states = Bundle.RESOLVED | Bundle.STARTING | Bundle.ACTIVE;
    return bundles.stream().filter(bundle -> (bundle.getState() & states) != 0).count();
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
