package org.polypath.simulator.workload;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.polypath.simulator.MapCounters;
import org.polypath.simulator.SimulatorException;
import org.polypath.simulator.map.DeviceMapper;
import org.polypath.simulator.map.SimulatedMap;
import org.polypath.simulator.timeline.Timeline;

/** The generated I/O of all maps. Timeline thread only. */
public final class Workloads {
  private final DeviceMapper mapper;
  private final Timeline timeline;
  private final List<Workload> workloads = new ArrayList<>();

  /** On the maps of a device-mapper; none carries I/O yet. */
  public Workloads(DeviceMapper mapper, Timeline timeline) {
    this.mapper = mapper;
    this.timeline = timeline;
  }

  /** Starts on all maps. */
  public void start() {
    mapper.maps().forEach(this::start);
  }

  /** Starts on one map. */
  public void start(String name) {
    start(
        mapper
            .map(name)
            .orElseThrow(
                () -> unknown(name, mapper.maps().stream().map(SimulatedMap::name).toList())));
  }

  private void start(SimulatedMap map) {
    workloads.removeIf(
        workload -> workload.map() != map && workload.map().name().equals(map.name()));
    find(map.name())
        .orElseGet(
            () -> {
              Workload workload = new Workload(map, timeline);
              workloads.add(workload);
              return workload;
            })
        .start();
  }

  /** Stops all. */
  public void stop() {
    workloads.forEach(Workload::stop);
  }

  /** Stops on one map. */
  public void stop(String name) {
    find(name)
        .filter(Workload::isRunning)
        .orElseThrow(
            () ->
                unknown(
                    name,
                    workloads.stream()
                        .filter(Workload::isRunning)
                        .map(workload -> workload.map().name())
                        .toList()))
        .stop();
  }

  private Optional<Workload> find(String name) {
    return workloads.stream().filter(workload -> workload.map().name().equals(name)).findFirst();
  }

  private static SimulatorException unknown(String name, List<String> known) {
    return new SimulatorException(
        "no map \""
            + name
            + "\" to do this on; there are: "
            + (known.isEmpty() ? "none" : String.join(", ", known)));
  }

  /** What they have seen, by map name. */
  public List<MapCounters> counters() {
    return workloads.stream()
        .map(Workload::counters)
        .sorted(Comparator.comparing(MapCounters::map))
        .toList();
  }
}
