package org.polypath.container;

import static org.ops4j.pax.exam.CoreOptions.composite;
import static org.ops4j.pax.exam.CoreOptions.frameworkProperty;
import static org.ops4j.pax.exam.CoreOptions.options;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerMethod;
import org.polypath.api.platform.Platform;
import org.polypath.api.topology.GroupSnapshot;

/**
 * Arrays of many vendors behind one host, which configures nothing: the bundles that are shipped
 * bring settings, checkers and prioritizers, and each map is grouped by what its array says.
 */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerMethod.class)
public class VendorArraysIT extends EmbeddedPlatform {
  private static final Path SCENARIO = Path.of("src/test/resources/vendors.scenario");

  /** By the array's product: the priorities of its map's groups, in order. */
  private static final Map<String, List<Integer>> PRIORITIES =
      Map.of(
          "VRAID", List.of(4, 3),
          "INF-01-00", List.of(6, 1),
          "LUN", List.of(4, 1),
          "DF700F", List.of(1, 0),
          "MSA1000", List.of(4, 2));

  /** Nothing is configured for any array. */
  @Configuration
  public Option[] platform() throws IOException {
    return options(
        composite(
            platform(
                """
                defaults {
                  find_multipaths no
                  polling_interval 1
                }
                """)),
        frameworkProperty("polypath.scenario").value(SCENARIO.toAbsolutePath().toString()));
  }

  @Test
  public void eachMapIsGroupedAsItsArraySays() {
    await("platform", () -> context().getServiceReference(Platform.class) != null);
    await("priorities of each array", () -> priorities().equals(PRIORITIES));
  }

  private Map<String, List<Integer>> priorities() {
    return topology().maps().stream()
        .collect(
            Collectors.toMap(
                map -> map.product(),
                map -> map.groups().stream().map(GroupSnapshot::priority).toList()));
  }
}
