package org.polypath.simulator.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.polypath.api.map.MapOperation;
import org.polypath.api.map.MultipathTable;
import org.polypath.api.map.UdevHints;
import org.polypath.simulator.MapCounters;

/** Whatever happens to some paths, I/O goes on as long as it can. */
class SurvivalTest {
  private static final List<String> PARTS =
      List.of(
          "sda",
          "sdd",
          "sdm",
          "port acme:A1",
          "port acme:B1",
          "port acme:A2",
          "controller acme:A",
          "adapter host2");

  /** A moment of trouble: what is done, and how many seconds pass after it. */
  record Moment(String words, int seconds) {}

  @Provide
  Arbitrary<List<Moment>> troubles() {
    Arbitrary<String> part = Arbitraries.of(PARTS);
    Arbitrary<String> words =
        Arbitraries.oneOf(
            part.map(name -> "cut " + name),
            part.map(name -> "mend " + name),
            part.map(name -> "hang " + name),
            part.map(name -> "slow " + name + " 700"),
            Arbitraries.of("offline sdd", "reload", "suspend", "reinstate"),
            Arbitraries.integers().between(1, 2).map(group -> "switch_group " + group),
            Arbitraries.integers().between(1, 2).map(group -> "disable_group " + group));
    return Combinators.combine(words, Arbitraries.integers().between(0, 40))
        .as(Moment::new)
        .list()
        .ofMaxSize(12);
  }

  @Property(tries = 25)
  void noErrorReachesTheApplicationWhileOnePathLives(@ForAll("troubles") List<Moment> troubles) {
    MapCounters counters = suffer("0 0 " + SimulatorBench.ACME, troubles);
    assertThat(counters.errors()).isZero();
    assertThat(counters.mismatches()).isZero();
    assertThat(counters.queued()).isZero();
    assertThat(counters.reads()).isPositive();
  }

  @Property(tries = 25)
  void noErrorReachesTheApplicationWhileTheMapQueues(@ForAll("troubles") List<Moment> troubles) {
    List<Moment> total = new ArrayList<>(troubles);
    total.add(troubles.size() / 2, new Moment("cut adapter host2", 0));
    total.add(troubles.size() / 2, new Moment("cut adapter host3", 9));
    MapCounters counters = suffer("1 queue_if_no_path 0 " + SimulatorBench.ACME, total);
    assertThat(counters.errors()).isZero();
    assertThat(counters.mismatches()).isZero();
    assertThat(counters.queued()).isZero();
  }

  /** sdp (8:240) is touched by no trouble but the cut of host3. All is mended in the end. */
  private static MapCounters suffer(String table, List<Moment> troubles) {
    SimulatorBench bench = new SimulatorBench();
    bench.create("m", table);
    bench.simulator.startIo("m");
    bench.pass(2);
    for (Moment moment : troubles) {
      happen(bench, moment.words(), table);
      bench.pass(moment.seconds());
    }
    bench.san("mend all");
    bench.pass(31);
    reinstate(bench);
    bench.pass(5);
    bench.simulator.stopIo();
    bench.pass(5);
    assertThat(bench.map("m").openCount()).as("every request has come back").isZero();
    return bench.counters("m");
  }

  private static void happen(SimulatorBench bench, String words, String table) {
    switch (words) {
      case "reload" ->
          bench.perform(
              new MapOperation.Reload(
                  "m", MultipathTable.parse(20 << 20, table).orElseThrow(), false, UdevHints.NONE));
      case "suspend" -> {
        bench.perform(new MapOperation.Suspend("m", false));
        bench.pass(3);
        bench.perform(new MapOperation.Resume("m"));
      }
      case "reinstate" -> reinstate(bench);
      case "switch_group 1", "switch_group 2", "disable_group 1", "disable_group 2" ->
          bench.message("m", words);
      default -> bench.san(words);
    }
  }

  private static void reinstate(SimulatorBench bench) {
    List.of("8:0", "8:48", "8:192", "8:240")
        .forEach(path -> bench.message("m", "reinstate_path " + path));
  }
}
