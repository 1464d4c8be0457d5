package org.polypath.simulator.san;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.polypath.api.checker.CheckRequest;
import org.polypath.api.checker.CheckResult;
import org.polypath.api.checker.PathChecker;
import org.polypath.api.device.PathDevice;
import org.polypath.api.path.PathState;
import org.polypath.api.prioritizer.Prioritizer;
import org.polypath.api.prioritizer.Priority;
import org.polypath.api.prioritizer.PriorityRequest;
import org.polypath.checker.tur.TurChecker;
import org.polypath.simulator.scenario.ScenarioReader;
import org.polypath.vendor.datacore.DataCorePrioritizer;
import org.polypath.vendor.dellemc.ClariionChecker;
import org.polypath.vendor.dellemc.EmcPrioritizer;
import org.polypath.vendor.hitachi.HdsPrioritizer;
import org.polypath.vendor.hpe.HpSwChecker;
import org.polypath.vendor.hpe.HpSwPrioritizer;
import org.polypath.vendor.netapp.OntapPrioritizer;
import org.polypath.vendor.netapp.RdacChecker;
import org.polypath.vendor.netapp.RdacPrioritizer;

/** The vendors' plug-ins as they are shipped, on the simulator's arrays of these vendors. */
class VendorArraysTest {
  /** On the controller to which the LUN belongs. */
  private static final String HOME = "sda";

  /** On the other controller. */
  private static final String OTHER = "sdb";

  @ParameterizedTest
  @CsvSource({
    // at home: state and priority of either path; after the transfer to the other
    "clariion, emc_clariion, emc, UP, 4, UP, 3, UP, 1, UP, 2",
    "rdac, rdac, rdac, UP, 6, GHOST, 1, GHOST, 4, UP, 3",
    "hp_sw, hp_sw, hp_sw, UP, 4, GHOST, 2, GHOST, 2, UP, 4",
    "ontap, tur, ontap, UP, 4, UP, 1, UP, 1, UP, 4",
    "hds, tur, hds, UP, 1, UP, 0, UP, 1, UP, 0",
    "datacore, tur, datacore, UP, 1, UP, 0, UP, 1, UP, 0"
  })
  void pathsAreAsGoodAsTheirControllers(
      String personality,
      String checker,
      String prioritizer,
      PathState home,
      int homePriority,
      PathState other,
      int otherPriority,
      PathState homeLater,
      int homePriorityLater,
      PathState otherLater,
      int otherPriorityLater) {
    SanBench bench = bench(personality, "fc");

    assertThat(check(bench, HOME, checker).state()).isEqualTo(home);
    assertThat(rank(bench, HOME, prioritizer).value()).hasValue(homePriority);
    assertThat(check(bench, OTHER, checker).state()).isEqualTo(other);
    assertThat(rank(bench, OTHER, prioritizer).value()).hasValue(otherPriority);
    bench.fault("transfer box 0 SDS2");
    assertThat(check(bench, HOME, checker).state()).isEqualTo(homeLater);
    assertThat(rank(bench, HOME, prioritizer).value()).hasValue(homePriorityLater);
    assertThat(check(bench, OTHER, checker).state()).isEqualTo(otherLater);
    assertThat(rank(bench, OTHER, prioritizer).value()).hasValue(otherPriorityLater);
  }

  @ParameterizedTest
  @CsvSource({
    "clariion, sense 02/04/03",
    "rdac, sense 05/94/01",
    "hp_sw, sense 02/04/02",
  })
  void theControllerThatDoesNotServeRefusesToRead(String personality, String sense) {
    SanBench bench = bench(personality, "fc");

    assertThat(bench.sense(OTHER, "28000000000000000100")).isEqualTo("2 " + sense);
    assertThat(bench.data(HOME, "28000000000000000100")).hasSize(2 * 512);
    assertThat(bench.read(OTHER, 0, 4096).<String>fold(read -> "read", failed -> failed.text()))
        .contains(sense);
  }

  @Test
  void anUnmappedUnitOfAClariionIsUnbound() {
    SanBench bench = bench("clariion", "fc");
    bench.fault("unmap box 0");

    assertThat(check(bench, HOME, "emc_clariion").message()).contains("unbound");
  }

  @Test
  void anRdacControllerIsToldOnceToReportAbortedCommands() {
    SanBench bench = bench("rdac", "fc");

    assertThat(check(bench, HOME, "rdac").pathMemory()).hasValue("TAS set");
    assertThat(check(bench, OTHER, "rdac").pathMemory()).hasValue("TAS is set");
  }

  @Test
  void anOntapPortOfIscsiIsRankedByItsKind() {
    SanBench bench = bench("ontap", "iscsi");

    assertThat(rank(bench, HOME, "ontap").value()).hasValue(2);
  }

  @Test
  void anRdacArrayIsKnownAsOne() {
    assertThat(bench("rdac", "fc").device(HOME).facts().rdac()).isTrue();
    assertThat(bench("clariion", "fc").device(HOME).facts().rdac()).isFalse();
  }

  @Test
  void pagesOfVendorsAreListed() {
    assertThat(bench("clariion", "fc").data(HOME, "12010000ff00")).isEqualTo("00000004008083c0");
    assertThat(bench("ontap", "fc").data(HOME, "12010000ff00")).isEqualTo("00000004008083c1");
    assertThat(bench("rdac", "fc").data(HOME, "12010000ff00")).isEqualTo("00000004008083c9");
    assertThat(bench("hds", "fc").data(HOME, "12010000ff00")).isEqualTo("00000003008083");
  }

  private static SanBench bench(String personality, String transport) {
    return new SanBench(
        ScenarioReader.read(
            "test",
            """
            array box vendor=BOX product=Box revision=1 kind=active/active personality=%s
            port box A1 controller=SDS1
            port box B1 controller=SDS2
            lun box 0 naa=600b0000000000000000000000000001 serial=BOX-1 size=1G owner=SDS1
            adapter host1 transport=%s sees=box:A1,box:B1
            """
                .formatted(personality, transport)));
  }

  private static CheckResult check(SanBench bench, String path, String name) {
    PathChecker checker =
        switch (name) {
          case "emc_clariion" -> new ClariionChecker();
          case "rdac" -> new RdacChecker();
          case "hp_sw" -> new HpSwChecker();
          default -> new TurChecker();
        };
    return bench.await(checker.check(new Question(bench.device(path))));
  }

  private static Priority rank(SanBench bench, String path, String name) {
    Prioritizer prioritizer =
        switch (name) {
          case "emc" -> new EmcPrioritizer();
          case "rdac" -> new RdacPrioritizer();
          case "hp_sw" -> new HpSwPrioritizer();
          case "ontap" -> new OntapPrioritizer();
          case "hds" -> new HdsPrioritizer();
          default -> new DataCorePrioritizer();
        };
    return bench.await(prioritizer.prioritize(new Question(bench.device(path))));
  }

  private record Question(PathDevice device) implements CheckRequest, PriorityRequest {
    @Override
    public String arguments() {
      return "preferredsds=SDS1";
    }

    @Override
    public Duration timeout() {
      return Duration.ofSeconds(30);
    }

    @Override
    public String pathMemory() {
      return "";
    }

    @Override
    public String mapMemory() {
      return "";
    }
  }
}
