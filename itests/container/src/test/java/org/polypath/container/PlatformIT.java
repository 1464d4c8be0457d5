package org.polypath.container;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerMethod;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.polypath.api.discovery.PathDiscovery;
import org.polypath.api.map.MapDriver;
import org.polypath.api.path.PathState;
import org.polypath.api.platform.CommandInterpreter;
import org.polypath.api.platform.Platform;
import org.polypath.api.platform.PluginDirectory;
import org.polypath.api.topology.PathSnapshot;
import org.polypath.simulator.MapCounters;
import org.polypath.simulator.SimulatedSan;

/** The assembled platform on the embedded SAN, seen from inside the container. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerMethod.class)
public class PlatformIT extends EmbeddedPlatform {
  /** The vendor's checker is configured. */
  @Configuration
  public Option[] platform() throws IOException {
    return platform(
        """
        defaults {
          user_friendly_names yes
          find_multipaths no
          polling_interval 1
          path_checker acme
          detect_checker no
        }
        """);
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
      await(service.getSimpleName(), () -> context().getServiceReference(service) != null);
    }
    Set<String> plugins = new TreeSet<>();
    service(PluginDirectory.class)
        .plugins()
        .forEach(plugin -> plugins.add(plugin.kind() + " " + plugin.name()));
    List<String> named =
        List.of(
            "hardware hardware.conf",
            "checker directio",
            "checker none",
            "checker tur",
            "discovery simulator",
            "driver simulator",
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
        Arrays.stream(context().getBundles())
            .filter(bundle -> bundle.getState() != Bundle.ACTIVE)
            .filter(bundle -> bundle.getHeaders().get("Fragment-Host") == null)
            .map(Bundle::getSymbolicName)
            .toList();
    assertEquals("bundles that are not active", List.of(), dead);
  }

  @Test
  public void aCheckerIsInstalledUpdatedAndRemovedUnderIo() throws BundleException {
    await("platform", () -> context().getServiceReference(Platform.class) != null);
    await("maps", () -> !topology().busy() && !topology().maps().isEmpty());
    assertTrue(path().reasons().toString(), reasons().contains("there is no checker \"acme\" now"));

    Bundle acme = context().installBundle("test:acme", AcmeBundle.version("1.0.0"));
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
    await("platform", () -> context().getServiceReference(Platform.class) != null);
    Bundle old = context().installBundle("test:acme-1", AcmeBundle.version("1.0.0"));
    old.start();
    await("first version answers", () -> path().message().equals("acme 1.0.0"));
    Bundle next = context().installBundle("test:acme-2", AcmeBundle.version("2.0.0"));
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
}
