package org.polypath.simulator.workload;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.polypath.simulator.MapCounters;
import org.polypath.simulator.SimulatorException;
import org.polypath.simulator.map.DeviceMapper;
import org.polypath.simulator.map.SimulatedMap;
import org.polypath.simulator.timeline.Timeline;

/** The generated I/O of all maps. Timeline thread only. */
public final class Workloads {
  private final DeviceMapper mapper;
  private final Timeline timeline;
  private final Map<SimulatedMap, Workload> workloads = new LinkedHashMap<>();

  /** On the maps of a device-mapper; none carries I/O yet. */
  public Workloads(DeviceMapper mapper, Timeline timeline) {
    this.mapper = mapper;
    this.timeline = timeline;
  }

  /** Starts on all maps. */
  public void start() {
    start(mapper.maps());
  }

  /** Starts on one map. */
  public void start(String name) {
    start(
        List.of(
            mapper
                .map(name)
                .orElseThrow(
                    () -> unknown(name, mapper.maps().stream().map(SimulatedMap::name).toList()))));
  }

  private void start(List<SimulatedMap> maps) {
    forgetThoseReplacedBy(maps);
    maps.forEach(
        map -> workloads.computeIfAbsent(map, each -> new Workload(each, timeline)).start());
  }

  /** A map that was removed and made again counts from the beginning. */
  private void forgetThoseReplacedBy(List<SimulatedMap> maps) {
    Set<String> names = maps.stream().map(SimulatedMap::name).collect(Collectors.toSet());
    Set<SimulatedMap> now = Set.copyOf(maps);
    workloads.keySet().removeIf(map -> names.contains(map.name()) && !now.contains(map));
  }

  /** Stops all. */
  public void stop() {
    workloads.values().forEach(Workload::stop);
  }

  /** Stops on one map. */
  public void stop(String name) {
    find(name)
        .filter(Workload::isRunning)
        .orElseThrow(
            () ->
                unknown(
                    name,
                    workloads.values().stream()
                        .filter(Workload::isRunning)
                        .map(workload -> workload.map().name())
                        .toList()))
        .stop();
  }

  private Optional<Workload> find(String name) {
    return mapper.map(name).map(workloads::get);
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
    return workloads.values().stream()
        .map(Workload::counters)
        .sorted(Comparator.comparing(MapCounters::map))
        .toList();
  }
}
