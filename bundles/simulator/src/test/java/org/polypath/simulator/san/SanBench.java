package org.polypath.simulator.san;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.polypath.api.device.Bytes;
import org.polypath.api.device.PathDevice;
import org.polypath.api.device.ReadOutcome;
import org.polypath.api.device.ScsiCommand;
import org.polypath.api.device.ScsiOutcome;
import org.polypath.simulator.Fault;
import org.polypath.simulator.scenario.FaultWords;
import org.polypath.simulator.scenario.Scenario;
import org.polypath.simulator.scenario.ScenarioReader;
import org.polypath.simulator.scsi.Sense;
import org.polypath.simulator.timeline.StepTimeline;

/** A SAN in stepped time, asked as plug-ins ask. */
final class SanBench {
  static final Duration TIMEOUT = Duration.ofSeconds(30);

  final StepTimeline timeline = new StepTimeline();
  final San san;
  final SimulatedDiscovery discovery;

  /** The built-in SAN. */
  SanBench() {
    this(ScenarioReader.builtIn());
  }

  /** The SAN of a scenario. */
  SanBench(Scenario scenario) {
    san = new San(scenario, timeline);
    discovery = new SimulatedDiscovery(san, timeline, Runnable::run);
  }

  PathDevice device(String name) {
    return discovery.device(discovery.look(name).orElseThrow());
  }

  ScsiOutcome send(String name, String hex, int length) {
    return await(device(name).send(new ScsiCommand(Bytes.ofHex(hex), length, TIMEOUT)));
  }

  ScsiOutcome.Answered answer(String name, String hex) {
    return (ScsiOutcome.Answered) send(name, hex, 4096);
  }

  String data(String name, String hex) {
    ScsiOutcome.Answered answer = answer(name, hex);
    if (!answer.isGood()) {
      throw new AssertionError(name + ": " + answer);
    }
    return answer.data().hex();
  }

  /** Sense key, code and qualifier of a command that ends with CHECK CONDITION. */
  String sense(String name, String hex) {
    ScsiOutcome.Answered answer = answer(name, hex);
    return answer.status() + " " + Sense.read(answer.sense());
  }

  ReadOutcome read(String name, long offset, int length) {
    return await(device(name).read(offset, length, TIMEOUT));
  }

  void fault(String words) {
    Fault fault = FaultWords.read(List.of(words.split(" "))).orElseThrow();
    san.apply(fault);
  }

  <T> T await(CompletionStage<T> stage) {
    for (int second = 0; second < 60 && !stage.toCompletableFuture().isDone(); second++) {
      timeline.advance(Duration.ofSeconds(1));
    }
    return stage.toCompletableFuture().join();
  }
}
