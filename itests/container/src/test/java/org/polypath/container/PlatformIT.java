package org.polypath.container;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
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
import java.util.Arrays;
import java.util.Hashtable;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import javax.inject.Inject;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerMethod;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.polypath.api.discovery.PathDiscovery;
import org.polypath.api.map.MapDriver;
import org.polypath.api.path.PathState;
import org.polypath.api.platform.CommandInterpreter;
import org.polypath.api.platform.Platform;
import org.polypath.api.platform.PluginDirectory;
import org.polypath.api.topology.PathSnapshot;
import org.polypath.api.topology.Topology;
import org.polypath.simulator.MapCounters;
import org.polypath.simulator.SimulatedSan;

/** The assembled platform on the embedded SAN, seen from inside the container. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerMethod.class)
public class PlatformIT {
  private static final long PATIENCE_MILLIS = 120_000;

  @Inject private BundleContext context;
  private ServiceRegistration<IntConsumer> exit;

  /**
   * Every bundle of the assembled tree, on the embedded SAN, with the vendor's checker configured.
   */
  @Configuration
  public Option[] platform() throws IOException {
    Path work = Files.createTempDirectory("polypath-container");
    Path configuration = work.resolve("multipath.conf");
    Files.writeString(
        configuration,
        """
        defaults {
          user_friendly_names yes
          find_multipaths no
          polling_interval 1
          path_checker acme
          detect_checker no
        }
        """);
    return options(
        frameworkProperty("polypath.source").value("simulator"),
        frameworkProperty("polypath.mode").value("test"),
        frameworkProperty("polypath.run").value(work.toString()),
        frameworkProperty("polypath.config.file").value(configuration.toString()),
        frameworkProperty("polypath.config.directory").value(work.resolve("conf.d").toString()),
        frameworkProperty("polypath.state.directory").value(work.resolve("state").toString()),
        frameworkProperty("org.osgi.framework.bsnversion").value("multiple"),
        systemPackages(
            "org.slf4j;version=" + System.getProperty("slf4j.version"),
            "org.slf4j;version=1.7.36",
            "org.slf4j.event;version=" + System.getProperty("slf4j.version"),
            "org.slf4j.helpers;version=" + System.getProperty("slf4j.version"),
            "org.slf4j.spi;version=" + System.getProperty("slf4j.version"),
            "com.sun.jna;version=" + System.getProperty("jna.version"),
            "com.sun.jna.ptr;version=" + System.getProperty("jna.version")),
        assembledBundles(),
        junitBundles());
  }

  private static Option assembledBundles() throws IOException {
    Path directory = Path.of(System.getProperty("polypath.distribution"), "bundle");
    try (Stream<Path> jars = Files.list(directory)) {
      return composite(
          jars.filter(jar -> jar.toString().endsWith(".jar"))
              .sorted()
              .map(jar -> bundle(jar.toUri().toString()))
              .toArray(Option[]::new));
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

  @Test
  public void everyServiceIsThere() {
    List<Class<?>> wanted =
        List.of(
            Platform.class,
            PluginDirectory.class,
            CommandInterpreter.class,
            PathDiscovery.class,
            MapDriver.class,
            SimulatedSan.class);
    for (Class<?> service : wanted) {
      await(service.getSimpleName(), () -> context.getServiceReference(service) != null);
    }
    Set<String> plugins = new TreeSet<>();
    service(PluginDirectory.class)
        .plugins()
        .forEach(plugin -> plugins.add(plugin.kind() + " " + plugin.name()));
    List<String> named =
        List.of(
            "checker directio",
            "checker none",
            "checker tur",
            "policy failover",
            "policy group_by_prio",
            "policy multibus",
            "prioritizer alua",
            "prioritizer const",
            "prioritizer sysfs",
            "selector queue-length",
            "selector round-robin",
            "selector service-time");
    assertTrue(plugins.toString(), plugins.containsAll(named));
    List<String> dead =
        Arrays.stream(context.getBundles())
            .filter(bundle -> bundle.getState() != Bundle.ACTIVE)
            .filter(bundle -> bundle.getHeaders().get("Fragment-Host") == null)
            .map(Bundle::getSymbolicName)
            .toList();
    assertEquals("bundles that are not active", List.of(), dead);
  }

  @Test
  public void aCheckerIsInstalledUpdatedAndRemovedUnderIo() throws BundleException {
    await("platform", () -> context.getServiceReference(Platform.class) != null);
    await("maps", () -> !topology().busy() && !topology().maps().isEmpty());
    assertTrue(path().reasons().toString(), reasons().contains("there is no checker \"acme\" now"));

    Bundle acme = context.installBundle("test:acme", AcmeBundle.version("1.0.0"));
    acme.start();
    await("first version answers", () -> path().message().equals("acme 1.0.0"));
    SimulatedSan san = service(SimulatedSan.class);
    san.startIo();
    await("I/O flows", () -> transfers(san) > 100);

    acme.update(AcmeBundle.version("2.0.0"));
    await("second version answers", () -> path().message().equals("acme 2.0.0"));
    assertTrue(topology().paths().stream().allMatch(path -> path.state() == PathState.UP));

    acme.uninstall();
    await("removal is noticed", () -> lastReason().contains("there is no checker \"acme\" now"));
    assertEquals("the last state stands", PathState.UP, path().state());
    long before = transfers(san);
    await("I/O still flows", () -> transfers(san) > before + 100);
    san.stopIo();
    for (MapCounters map : san.maps()) {
      assertEquals("I/O errors on " + map.map(), 0, map.errors());
      assertEquals("wrong data on " + map.map(), 0, map.mismatches());
    }
    assertFalse(topology().maps().isEmpty());
  }

  @Test
  public void theNewVersionAnswersTheVeryNextCheck() throws BundleException {
    await("platform", () -> context.getServiceReference(Platform.class) != null);
    Bundle old = context.installBundle("test:acme-1", AcmeBundle.version("1.0.0"));
    old.start();
    await("first version answers", () -> path().message().equals("acme 1.0.0"));
    Bundle next = context.installBundle("test:acme-2", AcmeBundle.version("2.0.0"));
    next.start();
    old.uninstall();
    long swapped = System.currentTimeMillis();
    await("second version answers", () -> path().message().equals("acme 2.0.0"));
    boolean missed =
        path().reasons().stream()
            .anyMatch(
                reason ->
                    reason.wallMillis() >= swapped && reason.because().contains("no checker"));
    assertFalse("a check found no checker: " + path().reasons(), missed);
  }

  private PathSnapshot path() {
    return topology()
        .path("sda")
        .orElseThrow(() -> new AssertionError("no sda: " + topology().paths()));
  }

  private String reasons() {
    return path().reasons().toString();
  }

  private String lastReason() {
    return path().reasons().get(path().reasons().size() - 1).because();
  }

  private Topology topology() {
    return service(Platform.class).topology();
  }

  private static long transfers(SimulatedSan san) {
    return san.maps().stream().mapToLong(map -> map.reads() + map.writes()).sum();
  }

  private <T> T service(Class<T> type) {
    ServiceReference<T> reference = context.getServiceReference(type);
    assertTrue("no service " + type, reference != null);
    return context.getService(reference);
  }

  private static void await(String what, BooleanSupplier condition) {
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
