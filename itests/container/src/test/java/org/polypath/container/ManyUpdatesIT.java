package org.polypath.container;

import static org.junit.Assert.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.StringJoiner;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.CoreOptions;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.polypath.api.platform.Platform;
import org.polypath.simulator.SimulatedSan;

/**
 * Checker and prioritizer of many paths are updated again and again under I/O: no path and no map
 * notices. {@code -Dtest.jvm="-Dpolypath.updates=50 -Dpolypath.units=256"}: how often, and with how
 * many logical units an array (256 make 4,096 paths).
 */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class ManyUpdatesIT extends DeployedPlatform {
  private static final int ARRAYS = 2;
  private static final int UNITS = Integer.getInteger("polypath.units", 16);
  private static final int PORTS = 8;
  private static final int PATHS = ARRAYS * UNITS * PORTS;

  /** The vendor's plug-ins for all paths of one great array. */
  @Configuration
  public Option[] platform() throws IOException {
    Path scenario = Files.createTempFile("great", ".scenario");
    Files.writeString(scenario, scenario());
    return deployedPlatform(
        SWAPPED.replace("checker_timeout 2", "checker_timeout 30"),
        CoreOptions.frameworkProperty("polypath.scenario").value(scenario.toString()));
  }

  private static String scenario() {
    StringBuilder text = new StringBuilder();
    StringJoiner ports = new StringJoiner(",");
    for (int array = 0; array < ARRAYS; array++) {
      String name = "great" + array;
      text.append(
          "array %s vendor=ACME product=Great revision=1 kind=active/active\n".formatted(name));
      for (int port = 0; port < PORTS; port++) {
        text.append("port %s P%d controller=%c\n".formatted(name, port, 'A' + port % 2));
        ports.add(name + ":P" + port);
      }
      for (int unit = 0; unit < UNITS; unit++) {
        int number = array * UNITS + unit;
        text.append(
            "lun %s %d naa=6%031x serial=U%d size=1G\n".formatted(name, unit, number + 1, number));
      }
    }
    return text.append("adapter host2 transport=fc sees=").append(ports).append('\n').toString();
  }

  @Test
  public void noPathAndNoMapNotices() {
    int updates = Integer.getInteger("polypath.updates", 3);
    await(
        "deployer",
        () -> context().getServiceReference("org.polypath.deployer.PluginCommand") != null);
    copy("swapped.jar", SwappedBundle.jar("1.0.0", Behaviour.GOOD));
    awaitServing("1.0.0");
    awaitMapsUp();
    assertEquals(PATHS, topology().paths().size());
    SimulatedSan san = service(SimulatedSan.class);
    san.startIo();
    long quiet;
    try (CheckTimes undisturbed = new CheckTimes()) {
      await("three rounds", () -> undisturbed.checks() > 3L * PATHS);
      quiet = undisturbed.longestGapMillis();
    }
    try (CheckTimes times = new CheckTimes();
        Watched watched = new Watched(service(Platform.class))) {
      for (int update = 1; update <= updates; update++) {
        String version = "1." + update + ".0";
        copy("swapped.jar", SwappedBundle.jar(version, Behaviour.GOOD));
        awaitServing(version);
      }
      assertNoHarm(san);
      assertEquals("no path and no map notices", Set.of(), watched.changes());
      System.err.printf(
          "%d updates of checker and prioritizer of %d paths: longest gap between two checks of a"
              + " path: %d ms (without updates: %d ms)%n",
          updates, PATHS, times.longestGapMillis(), quiet);
    }
    san.stopIo();
  }
}
