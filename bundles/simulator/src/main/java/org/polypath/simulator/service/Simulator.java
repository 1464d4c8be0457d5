package org.polypath.simulator.service;

import java.util.List;
import java.util.concurrent.Executor;
import org.polypath.api.discovery.PathDiscovery;
import org.polypath.api.map.MapDriver;
import org.polypath.simulator.Fault;
import org.polypath.simulator.MapCounters;
import org.polypath.simulator.PathCounters;
import org.polypath.simulator.SimulatedSan;
import org.polypath.simulator.map.DeviceMapper;
import org.polypath.simulator.map.SelectorDirectory;
import org.polypath.simulator.map.SimulatedMapDriver;
import org.polypath.simulator.san.San;
import org.polypath.simulator.san.SimulatedDiscovery;
import org.polypath.simulator.scenario.Scenario;
import org.polypath.simulator.timeline.Timeline;
import org.polypath.simulator.workload.Workloads;

/** A SAN, a device-mapper over it, and I/O on its maps, on one timeline. */
public final class Simulator implements SimulatedSan {
  private final Timeline timeline;
  private final San san;
  private final DeviceMapper mapper;
  private final Workloads workloads;
  private final SanWords words;

  /**
   * Builds everything.
   *
   * @throws org.polypath.simulator.scenario.ScenarioException if the scenario contradicts itself
   */
  public Simulator(Scenario scenario, Timeline timeline, SelectorDirectory selectors) {
    this.timeline = timeline;
    san = new San(scenario, timeline);
    mapper = new DeviceMapper(san, selectors, timeline);
    workloads = new Workloads(mapper, timeline);
    words = new SanWords(san, workloads);
  }

  /**
   * The paths as the platform discovers them.
   *
   * @param answers runs what continues after commands and events, one after the other
   */
  public PathDiscovery discovery(Executor answers) {
    return new SimulatedDiscovery(san, timeline, answers);
  }

  /**
   * The maps as the platform drives them.
   *
   * @param answers runs what continues after operations and events, one after the other
   */
  public MapDriver driver(Executor answers) {
    return new SimulatedMapDriver(mapper, timeline, answers);
  }

  @Override
  public void apply(Fault fault) {
    timeline.tell(() -> san.apply(fault));
  }

  @Override
  public List<PathCounters> paths() {
    return timeline.ask(san::counters);
  }

  @Override
  public List<MapCounters> maps() {
    return timeline.ask(workloads::counters);
  }

  @Override
  public void startIo(String map) {
    timeline.tell(() -> workloads.start(map));
  }

  @Override
  public void startIo() {
    timeline.tell(workloads::start);
  }

  @Override
  public void stopIo(String map) {
    timeline.tell(() -> workloads.stop(map));
  }

  @Override
  public void stopIo() {
    timeline.tell(workloads::stop);
  }

  @Override
  public String command(List<String> line) {
    return timeline.ask(() -> words.carryOut(line));
  }
}
