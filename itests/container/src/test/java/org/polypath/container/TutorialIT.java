package org.polypath.container;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.ops4j.pax.exam.CoreOptions.composite;
import static org.ops4j.pax.exam.CoreOptions.frameworkProperty;
import static org.ops4j.pax.exam.CoreOptions.options;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerMethod;
import org.polypath.api.platform.Platform;
import org.polypath.api.topology.GroupSnapshot;
import org.polypath.api.topology.MapSnapshot;
import org.polypath.simulator.MapCounters;
import org.polypath.simulator.SimulatedSan;

/** What the vendors' tutorial shows is what is built, and it does what the tutorial says. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerMethod.class)
public class TutorialIT extends EmbeddedPlatform {
  private static final Path VENDORS = Path.of("../../vendor-plugins");
  private static final Path EXAMPLE = VENDORS.resolve("acme");
  private static final Path POM = EXAMPLE.resolve("pom.xml");
  private static final Path CODE =
      EXAMPLE.resolve("src/main/java/org/polypath/vendor/acme/AcmePrioritizer.java");
  private static final Path SETTINGS = EXAMPLE.resolve("src/main/resources/hardware.conf");
  private static final String FOLDER = "polypath.deploy.directory";
  private static final int FEW_LINES = 60;

  /** Nothing is configured for any array. */
  @Configuration
  public Option[] platform() throws IOException {
    Path folder = Files.createTempDirectory("polypath-deploy");
    return options(
        composite(
            platform(
                """
                defaults {
                  user_friendly_names yes
                  find_multipaths no
                  polling_interval 1
                }
                """)),
        frameworkProperty(FOLDER).value(folder.toString()));
  }

  @Test
  public void theFilesShownAreThoseThatAreBuilt() throws IOException {
    String tutorial = Files.readString(VENDORS.resolve("README.md"));
    for (Path file : List.of(POM, CODE, SETTINGS)) {
      String block =
          Files.readAllLines(file).stream()
              .map(line -> line.isEmpty() ? "" : "        " + line)
              .collect(Collectors.joining("\n"));
      assertTrue(file + " is in the tutorial, word for word", tutorial.contains(block));
    }
    int lines = Files.readAllLines(POM).size() + Files.readAllLines(CODE).size();
    assertTrue("lines of pom and code: " + lines, lines < FEW_LINES);
  }

  @Test
  public void aPrioritizerThatIsDroppedRanksThePathsOfItsArray() throws IOException {
    await("platform", () -> context().getServiceReference(Platform.class) != null);
    await("maps", () -> !topology().busy() && acmes().size() == 3);
    SimulatedSan san = service(SimulatedSan.class);
    san.startIo();
    await("I/O flows", () -> transfers(san) > 100);

    Path folder = Path.of(context().getProperty(FOLDER));
    Files.copy(jar(), folder.resolve("acme.jar"));

    await(
        "two groups of 50 and 10",
        () -> acmes().stream().allMatch(map -> priorities(map).equals(List.of(50, 10))));
    long before = transfers(san);
    await("I/O still flows", () -> transfers(san) > before + 100);
    san.stopIo();
    for (MapCounters map : san.maps()) {
      assertEquals("I/O errors on " + map.map(), 0, map.errors());
    }
  }

  private static Path jar() throws IOException {
    try (Stream<Path> files = Files.list(EXAMPLE.resolve("target"))) {
      return files
          .filter(
              file -> file.getFileName().toString().matches("org\\.polypath\\.vendor\\.acme-.*jar"))
          .findFirst()
          .orElseThrow();
    }
  }

  private List<MapSnapshot> acmes() {
    return topology().maps().stream().filter(map -> map.vendor().equals("ACME")).toList();
  }

  private static List<Integer> priorities(MapSnapshot map) {
    return map.groups().stream().map(GroupSnapshot::priority).toList();
  }
}
