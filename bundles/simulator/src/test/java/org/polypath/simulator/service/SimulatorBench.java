package org.polypath.simulator.service;

import java.time.Duration;
import java.util.List;
import org.polypath.api.map.KernelMap;
import org.polypath.api.map.MapDriver;
import org.polypath.api.map.MapOperation;
import org.polypath.api.map.MapOutcome;
import org.polypath.api.map.MultipathTable;
import org.polypath.api.map.UdevHints;
import org.polypath.api.path.Wwid;
import org.polypath.simulator.MapCounters;
import org.polypath.simulator.map.TestSelectors;
import org.polypath.simulator.scenario.ScenarioReader;
import org.polypath.simulator.timeline.StepTimeline;

/**
 * The whole simulator in stepped time. Its first LUN of acme is on sda, sdd, sdm and sdp (8:0,
 * 8:48, 8:192, 8:240), the first of borealis on sdg, sdj, sds, sdv (8:96, 8:144, 65:32, 65:80).
 */
final class SimulatorBench {
  static final String ACME =
      "2 1 service-time 0 2 1 8:0 1 8:48 1 service-time 0 2 1 8:192 1 8:240 1";
  static final String BOREALIS =
      "2 1 service-time 0 2 1 8:96 1 65:32 1 service-time 0 2 1 8:144 1 65:80 1";

  final StepTimeline timeline = new StepTimeline();
  final Simulator simulator =
      new Simulator(ScenarioReader.builtIn(), timeline, new TestSelectors());
  final MapDriver driver = simulator.driver(Runnable::run);

  MapOutcome create(String name, String table) {
    return perform(
        new MapOperation.Create(
            name, MultipathTable.parse(20 << 20, table).orElseThrow(), false, UdevHints.NONE));
  }

  MapOutcome perform(MapOperation operation) {
    var outcome =
        driver.perform(new Wwid("wwid-" + operation.name()), operation).toCompletableFuture();
    for (int second = 0; second < 120 && !outcome.isDone(); second++) {
      pass(1);
    }
    return outcome.join();
  }

  void message(String map, String text) {
    perform(new MapOperation.Message(map, text));
  }

  KernelMap map(String name) {
    return driver.read(name).toCompletableFuture().join().orElseThrow();
  }

  void pass(long seconds) {
    timeline.advance(Duration.ofSeconds(seconds));
  }

  MapCounters counters(String map) {
    return simulator.maps().stream()
        .filter(counters -> counters.map().equals(map))
        .findFirst()
        .orElseThrow();
  }

  String san(String words) {
    return simulator.command(words.isEmpty() ? List.of() : List.of(words.split(" ")));
  }
}
