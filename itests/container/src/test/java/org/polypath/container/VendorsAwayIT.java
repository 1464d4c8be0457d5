package org.polypath.container;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.polypath.simulator.SimulatedSan;

/** All vendors' bundles go at once and come back: maps stand, reasons say what is missing. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class VendorsAwayIT extends DeployedPlatform {
  /** The vendor's plug-ins for all paths. */
  @Configuration
  public Option[] platform() throws IOException {
    return deployedPlatform(SWAPPED);
  }

  @Test
  public void mapsStandAndReasonsSayWhatIsMissing() throws IOException, BundleException {
    await(
        "deployer",
        () -> context().getServiceReference("org.polypath.deployer.PluginCommand") != null);
    copy("swapped.jar", SwappedBundle.jar("1.0.0", Behaviour.GOOD));
    awaitServing("1.0.0");
    awaitMapsUp();
    SimulatedSan san = service(SimulatedSan.class);
    san.startIo();
    List<String> states = states(topology());
    Set<String> maps = maps();

    List<Bundle> vendors =
        Arrays.stream(context().getBundles())
            .filter(
                bundle ->
                    String.valueOf(bundle.getSymbolicName()).startsWith("org.polypath.vendor."))
            .toList();
    assertTrue("vendors are shipped", vendors.size() > 3);
    emptyTheFolder();
    for (Bundle vendor : vendors) {
      vendor.stop();
    }
    await(
        "reasons say what is missing",
        () ->
            topology().paths().stream()
                .allMatch(
                    path ->
                        path.reasons().toString().contains("there is no checker \"swapped\" now")));
    await("nothing is under way", () -> !topology().busy());
    assertEquals("states and priorities stand", states, states(topology()));
    assertEquals("maps stand", maps, maps());
    assertNoHarm(san);

    for (Bundle vendor : vendors) {
      vendor.start();
    }
    copy("swapped.jar", SwappedBundle.jar("1.0.0", Behaviour.GOOD));
    awaitServing("1.0.0");
    try (CheckTimes times = new CheckTimes()) {
      await("paths are checked again", () -> times.checks() > 2L * states.size());
    }
    assertEquals("states and priorities stand", states, states(topology()));
    assertEquals("maps stand", maps, maps());
    assertNoHarm(san);
    san.stopIo();
  }

  private Set<String> maps() {
    return topology().maps().stream()
        .map(map -> map.name() + " " + map.wwid())
        .collect(Collectors.toSet());
  }
}
