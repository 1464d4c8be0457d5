package org.polypath.container;

import static org.junit.Assert.assertTrue;
import static org.ops4j.pax.exam.CoreOptions.bundle;
import static org.ops4j.pax.exam.CoreOptions.composite;
import static org.ops4j.pax.exam.CoreOptions.frameworkProperty;
import static org.ops4j.pax.exam.CoreOptions.junitBundles;
import static org.ops4j.pax.exam.CoreOptions.options;
import static org.ops4j.pax.exam.CoreOptions.systemPackages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Hashtable;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import javax.inject.Inject;
import org.junit.After;
import org.junit.Before;
import org.ops4j.pax.exam.Option;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.polypath.api.platform.Platform;
import org.polypath.api.topology.Topology;
import org.polypath.simulator.SimulatedSan;

/** The assembled platform on the embedded SAN, for tests inside the container. */
public abstract class EmbeddedPlatform {
  private static final long PATIENCE_MILLIS = 120_000;

  @Inject private BundleContext context;
  private ServiceRegistration<IntConsumer> exit;

  /** Every bundle of the assembled tree, on the embedded SAN, with this configuration file. */
  static Option[] platform(String configuration) throws IOException {
    Path work = Files.createTempDirectory("polypath-container");
    Path file = work.resolve("multipath.conf");
    Files.writeString(file, configuration);
    return options(
        frameworkProperty("polypath.source").value("simulator"),
        frameworkProperty("polypath.mode").value("test"),
        frameworkProperty("polypath.run").value(work.toString()),
        frameworkProperty("polypath.config.file").value(file.toString()),
        frameworkProperty("polypath.config.directory").value(work.resolve("conf.d").toString()),
        frameworkProperty("polypath.state.directory").value(work.resolve("state").toString()),
        frameworkProperty("org.osgi.framework.bsnversion").value("multiple"),
        systemPackages(outsidePackages()),
        assembledBundles(),
        junitBundles());
  }

  /** What bundles get from outside the container, as the launcher gives it. */
  static String[] outsidePackages() {
    String slf4j = System.getProperty("slf4j.version");
    String jna = System.getProperty("jna.version");
    return new String[] {
      "org.slf4j;version=" + slf4j,
      "org.slf4j;version=1.7.36",
      "org.slf4j.event;version=" + slf4j,
      "org.slf4j.helpers;version=" + slf4j,
      "org.slf4j.spi;version=" + slf4j,
      "com.sun.jna;version=" + jna,
      "com.sun.jna.ptr;version=" + jna
    };
  }

  private static Option assembledBundles() throws IOException {
    return composite(
        jars().stream().map(jar -> bundle(jar.toUri().toString())).toArray(Option[]::new));
  }

  /** The bundles of the assembled tree. */
  static List<Path> jars() throws IOException {
    Path directory = Path.of(System.getProperty("polypath.distribution"), "bundle");
    try (Stream<Path> jars = Files.list(directory)) {
      return jars.filter(jar -> jar.toString().endsWith(".jar")).sorted().toList();
    }
  }

  @Before
  public void giveThePlatformWhatTheLauncherGives() {
    Hashtable<String, Object> properties = new Hashtable<>();
    properties.put("polypath.exit", true);
    exit = context.registerService(IntConsumer.class, code -> {}, properties);
  }

  @After
  public void takeItBack() {
    exit.unregister();
  }

  BundleContext context() {
    return context;
  }

  Topology topology() {
    return service(Platform.class).topology();
  }

  static long transfers(SimulatedSan san) {
    return san.maps().stream().mapToLong(map -> map.reads() + map.writes()).sum();
  }

  <T> T service(Class<T> type) {
    ServiceReference<T> reference = context.getServiceReference(type);
    assertTrue("no service " + type, reference != null);
    return context.getService(reference);
  }

  static void await(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
    while (System.nanoTime() < end) {
      try {
        if (condition.getAsBoolean()) {
          return;
        }
        Thread.sleep(20);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError("interrupted while waiting for " + what, e);
      } catch (AssertionError e) {
        // not there yet
      }
    }
    throw new AssertionError("did not happen: " + what);
  }
}
