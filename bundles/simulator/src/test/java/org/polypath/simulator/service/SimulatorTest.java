package org.polypath.simulator.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.polypath.api.map.MapOperation;
import org.polypath.api.map.MapOutcome;
import org.polypath.simulator.PathCounters;
import org.polypath.simulator.SimulatorException;
import org.polypath.simulator.map.TestSelectors;
import org.polypath.simulator.scenario.ScenarioException;
import org.polypath.simulator.scenario.ScenarioReader;

class SimulatorTest {
  private final SimulatorBench bench = new SimulatorBench();

  @BeforeEach
  void createMaps() {
    bench.create("acme0", "0 0 " + SimulatorBench.ACME);
    bench.create("borealis0", "0 1 alua " + SimulatorBench.BOREALIS);
  }

  @Test
  void generatedIoReadsAndWritesAndIsCountedOnPathsAndMaps() {
    bench.san("io start");
    bench.pass(10);
    assertThat(bench.simulator.maps())
        .hasSize(2)
        .allSatisfy(
            map -> {
              assertThat(map.reads()).isPositive();
              assertThat(map.writes()).isPositive();
              assertThat(map.errors() + map.mismatches()).isZero();
            });
    long carried = bench.simulator.paths().stream().mapToLong(PathCounters::transfers).sum();
    long completed =
        bench.simulator.maps().stream().mapToLong(map -> map.reads() + map.writes()).sum();
    assertThat(carried).isEqualTo(completed);
  }

  @Test
  void ioKeepsItsMapOpenUntilItIsStopped() {
    bench.simulator.startIo("acme0");
    assertThat(bench.map("acme0").openCount()).isEqualTo(1);
    assertThat(bench.perform(new MapOperation.Remove("acme0", false)))
        .isInstanceOf(MapOutcome.Refused.class);
    bench.simulator.stopIo("acme0");
    bench.simulator.startIo("acme0");
    bench.pass(1);
    bench.simulator.stopIo();
    bench.pass(1);
    assertThat(bench.perform(new MapOperation.Remove("acme0", false)))
        .isEqualTo(new MapOutcome.Done());
  }

  @Test
  void arrayThatMovesItsActiveGroupTakesTheIoAlong() {
    bench.san("io start borealis0");
    bench.pass(1);
    bench.san("alua borealis 1 standby");
    bench.san("alua borealis 2 optimized");
    bench.pass(5);
    assertThat(bench.map("borealis0").status().nextGroup()).isEqualTo(2);
    assertThat(bench.counters("borealis0").errors()).isZero();
  }

  @Test
  void ioWaitsWhileTheArrayIsInTransition() {
    bench.san("io start borealis0");
    bench.pass(1);
    bench.san("alua borealis 1 transitioning");
    bench.pass(1);
    long before = bench.counters("borealis0").writes();
    bench.pass(5);
    assertThat(bench.counters("borealis0").writes()).isEqualTo(before);
    bench.san("alua borealis 1 optimized");
    bench.pass(2);
    assertThat(bench.counters("borealis0").writes()).isGreaterThan(before);
    assertThat(bench.map("borealis0").status().nextGroup()).isEqualTo(1);
    assertThat(bench.map("borealis0").eventNumber()).isZero();
  }

  @Test
  void lossOfAllPathsReachesTheApplicationOrIsQueued() {
    bench.san("io start");
    bench.message("borealis0", "queue_if_no_path");
    bench.pass(1);
    bench.san("cut adapter host2");
    bench.san("cut adapter host3");
    bench.pass(5);
    assertThat(bench.counters("acme0").errors()).isPositive();
    assertThat(bench.counters("borealis0").errors()).isZero();
    assertThat(bench.counters("borealis0").queued()).isEqualTo(2);
    assertThat(bench.san("")).contains("adapter host2 (scsi:fcp): CUT");
    assertThat(bench.san("io")).contains("acme0").contains("running");
  }

  @Test
  void unmappedLunFailsItsPathsAndNoOthers() {
    bench.san("io start");
    bench.pass(1);
    bench.san("unmap acme 0");
    bench.pass(2);
    assertThat(bench.counters("acme0").errors()).isPositive();
    assertThat(bench.counters("borealis0").errors()).isZero();
    assertThat(bench.map("acme0").status().groups())
        .allSatisfy(group -> assertThat(group.paths()).allMatch(path -> path.failed()));
  }

  @Test
  void overviewAndHelpNameEverything() {
    assertThat(bench.san(""))
        .contains("array acme: ACME,Vault 3000 revision 0130, active/active")
        .contains("port borealis:B2, group 2 active/non-optimized")
        .contains("lun 2: 3600b0ea1000000000000000000000003")
        .contains("paths: 24, none with a fault of its own");
    assertThat(bench.san("io")).startsWith("no map carries generated I/O").contains("sdx");
    assertThat(bench.san("help")).contains("alua ARRAY GROUP STATE", "names: acme");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "explode",
        "cut",
        "cut sdzz",
        "cut port acme",
        "cut controller acme:Q",
        "slow sda",
        "slow sda fast",
        "alua borealis 1",
        "alua borealis 1 asleep",
        "alua borealis x standby",
        "alua nowhere 1 standby",
        "unmap acme",
        "resize acme 0",
        "resize acme 0 1",
        "offline port acme:A1",
        "io restart",
        "io start nosuch",
        "io stop acme0",
        "io start a b"
      })
  void wrongWordsChangeNothingAndSayWhatIsWanted(String words) {
    String before = bench.san("");
    assertThatThrownBy(() -> bench.san(words))
        .isInstanceOf(SimulatorException.class)
        .hasMessageMatching("(?s).*(there are|is one of|is none of|wanted|comes|no number).*");
    assertThat(bench.san("")).isEqualTo(before);
    assertThat(new SanCommand(bench.simulator).san(words.split(" "))).startsWith("san: ");
  }

  @Test
  void timedFaultsHappenByThemselves() {
    var scenario =
        ScenarioReader.read(
            "timed",
            """
            array a vendor=V product=P revision=1 kind=active/active
            port a P controller=C
            lun a 0 naa=60000000000000000000000000000001 serial=S size=1M
            adapter host1 transport=iscsi sees=a:P
            at 10s slow sda 100
            """);
    Simulator simulator = new Simulator(scenario, bench.timeline, new TestSelectors());
    bench.pass(9);
    assertThat(simulator.command(List.of())).doesNotContain("slow");
    bench.pass(2);
    assertThat(simulator.command(List.of())).contains("path sda: slow by 100 ms");
  }

  @Test
  void timedFaultOfNothingIsAnErrorOfTheScenario() {
    var scenario =
        ScenarioReader.read(
            "timed",
            """
            array a vendor=V product=P revision=1 kind=active/active
            port a P controller=C
            adapter host1 transport=iscsi sees=a:P
            at 10s cut port a:Q
            """);
    assertThatThrownBy(() -> new Simulator(scenario, bench.timeline, new TestSelectors()))
        .isInstanceOf(ScenarioException.class)
        .hasMessageStartingWith("timed:4: no port \"a:Q\"; there are: a:P");
  }
}
