package org.polypath.container;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerMethod;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.ServiceRegistration;
import org.polypath.api.hardware.HardwareSupport;
import org.polypath.api.hardware.HardwareText;
import org.polypath.api.platform.Platform;
import org.polypath.api.topology.MapSnapshot;
import org.polypath.simulator.MapCounters;
import org.polypath.simulator.SimulatedSan;

/** Hardware entries come and go on the running platform, under I/O. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerMethod.class)
public class HardwareIT extends EmbeddedPlatform {
  /** Forbidden sections, a brace too many, an expression that is none, and no end. */
  private static final String BROKEN =
      """
      blacklist {
        devnode "("
      }
      defaults {
        path_grouping_policy multibus
      }
      }} devices {
        device {
          vendor "("
      """;

  /** Nothing is configured for any array. */
  @Configuration
  public Option[] platform() throws IOException {
    return platform(
        """
        defaults {
          user_friendly_names yes
          find_multipaths no
          polling_interval 1
        }
        """);
  }

  @Test
  public void aBundleWithoutCodeSetsTheMapsOfItsArray() throws BundleException {
    SimulatedSan san = mapsUnderIo();
    List<MapSnapshot> others = mapsOf("BOREALIS");

    Bundle support =
        context()
            .installBundle(
                "test:support",
                HardwareBundle.version(
                    "1.0.0", "path_grouping_policy multibus", "no_path_retry queue"));
    support.start();
    await("its settings are in force", () -> all(map -> isMultibus(map) && queues(map)));
    assertEquals(
        "storage device configuration (bundle com.acme.support 1.0.0 hardware.conf:5)",
        mapsOf("ACME").get(0).settings().orElseThrow().groupingPolicy().origin().text());

    support.update(
        HardwareBundle.version("1.1.0", "path_grouping_policy multibus", "no_path_retry fail"));
    await("the new version's are", () -> all(map -> isMultibus(map) && !queues(map)));

    support.uninstall();
    await("the settings before are in force again", () -> all(map -> isFailover(map)));
    assertNoHarm(san);
    assertEquals("other arrays' maps", groups(others), groups(mapsOf("BOREALIS")));
  }

  @Test
  public void aServiceSetsTheMapsOfItsArray() {
    SimulatedSan san = mapsUnderIo();
    HardwareSupport service =
        () ->
            List.of(
                new HardwareText("vault", HardwareBundle.entry("path_grouping_policy multibus")));
    ServiceRegistration<HardwareSupport> registration =
        context().registerService(HardwareSupport.class, service, null);
    await("its settings are in force", () -> all(HardwareIT::isMultibus));
    registration.unregister();
    await("the settings before are in force again", () -> all(HardwareIT::isFailover));
    assertNoHarm(san);
  }

  @Test
  public void aBundleWithABrokenFileHarmsNobody() throws BundleException {
    SimulatedSan san = mapsUnderIo();
    Bundle broken =
        context()
            .installBundle("test:broken", HardwareBundle.jar("com.acme.broken", "1.0.0", BROKEN));
    broken.start();
    Bundle support =
        context()
            .installBundle(
                "test:support", HardwareBundle.version("1.0.0", "path_grouping_policy multibus"));
    support.start();
    await("the good one's settings are in force", () -> all(HardwareIT::isMultibus));
    assertTrue(mapsOf("BOREALIS").stream().noneMatch(map -> map.groups().size() == 1));
    support.uninstall();
    await("the settings before are in force again", () -> all(HardwareIT::isFailover));
    assertNoHarm(san);
  }

  private SimulatedSan mapsUnderIo() {
    await("platform", () -> context().getServiceReference(Platform.class) != null);
    await("maps", () -> !topology().busy() && !mapsOf("ACME").isEmpty());
    await("built for nobody in particular", () -> all(HardwareIT::isFailover));
    SimulatedSan san = service(SimulatedSan.class);
    san.startIo();
    await("I/O flows", () -> transfers(san) > 100);
    return san;
  }

  private void assertNoHarm(SimulatedSan san) {
    long before = transfers(san);
    await("I/O still flows", () -> transfers(san) > before + 100);
    san.stopIo();
    for (MapCounters map : san.maps()) {
      assertEquals("I/O errors on " + map.map(), 0, map.errors());
      assertEquals("wrong data on " + map.map(), 0, map.mismatches());
    }
  }

  private boolean all(Predicate<MapSnapshot> condition) {
    return !topology().busy() && mapsOf("ACME").stream().allMatch(condition);
  }

  private List<MapSnapshot> mapsOf(String vendor) {
    return topology().maps().stream().filter(map -> map.vendor().equals(vendor)).toList();
  }

  private static List<List<List<String>>> groups(List<MapSnapshot> maps) {
    return maps.stream()
        .map(map -> map.groups().stream().map(group -> group.paths()).toList())
        .toList();
  }

  private static boolean isMultibus(MapSnapshot map) {
    return map.groups().size() == 1 && map.groups().get(0).paths().size() == 4;
  }

  private static boolean isFailover(MapSnapshot map) {
    return map.groups().size() == 4 && !queues(map);
  }

  private static boolean queues(MapSnapshot map) {
    return map.features().equals("1 queue_if_no_path");
  }
}
