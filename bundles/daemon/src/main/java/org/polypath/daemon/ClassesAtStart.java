package org.polypath.daemon;

import java.util.Collection;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.util.tracker.BundleTracker;
import org.osgi.util.tracker.BundleTrackerCustomizer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads every class of every bundle when the bundle starts: a class that is first needed when the
 * paths of the disk it is on are gone is never loaded. Only in a daemon on real paths; on a thread
 * of its own, so that nobody waits for it.
 */
@Component(immediate = true, service = ClassesAtStart.class)
public final class ClassesAtStart implements BundleTrackerCustomizer<Bundle> {
  private static final Logger LOG = LoggerFactory.getLogger(ClassesAtStart.class);
  private static final String END = ".class";

  /** Large, and not for real paths. */
  private static final String NOT_NEEDED = "org.polypath.simulator";

  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread made = new Thread(task, "classes");
            made.setDaemon(true);
            return made;
          });
  private final BundleTracker<Bundle> bundles;

  /** Begins with the bundles there are. */
  @Activate
  public ClassesAtStart(BundleContext context) {
    bundles = new BundleTracker<>(context, Bundle.ACTIVE, this);
    if ("daemon".equals(context.getProperty("polypath.mode"))
        && "linux".equals(context.getProperty("polypath.source"))) {
      bundles.open();
    }
  }

  @Deactivate
  void close() {
    bundles.close();
    thread.shutdownNow();
  }

  @Override
  public Bundle addingBundle(Bundle bundle, BundleEvent event) {
    if (bundle.getBundleId() != 0 && !NOT_NEEDED.equals(bundle.getSymbolicName())) {
      try {
        thread.execute(() -> loadAll(bundle));
      } catch (RejectedExecutionException e) {
        LOG.debug("classes not loaded while stopping");
      }
    }
    return bundle;
  }

  @Override
  public void modifiedBundle(Bundle bundle, BundleEvent event, Bundle tracked) {
    // a bundle's classes are those it started with
  }

  @Override
  public void removedBundle(Bundle bundle, BundleEvent event, Bundle tracked) {
    // its classes go with it
  }

  /** The wiring is gone as soon as the bundle is. */
  private static void loadAll(Bundle bundle) {
    BundleWiring wiring = bundle.adapt(BundleWiring.class);
    if (wiring == null) {
      return;
    }
    Collection<String> files =
        wiring.listResources(
            "/", "*" + END, BundleWiring.LISTRESOURCES_RECURSE | BundleWiring.LISTRESOURCES_LOCAL);
    long loaded =
        files.stream()
            .filter(file -> !file.startsWith("META-INF/") && !file.endsWith("-info" + END))
            .map(file -> file.substring(0, file.length() - END.length()).replace('/', '.'))
            .filter(name -> load(name, wiring.getClassLoader()))
            .count();
    LOG.debug("classes loaded: bundle: {}, count: {}", bundle.getSymbolicName(), loaded);
  }

  /** Asking for its constructors has the class linked too. */
  private static boolean load(String name, ClassLoader loader) {
    try {
      int constructors = Class.forName(name, false, loader).getDeclaredConstructors().length;
      LOG.trace("class loaded: {}, constructors: {}", name, constructors);
      return true;
    } catch (ClassNotFoundException | LinkageError e) {
      LOG.debug("class not loaded: {}, reason: {}", name, e.toString());
      return false;
    }
  }
}
