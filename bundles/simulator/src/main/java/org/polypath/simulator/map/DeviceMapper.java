package org.polypath.simulator.map;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.polypath.api.map.KernelDevices;
import org.polypath.api.map.MapOperation;
import org.polypath.api.map.MapOutcome;
import org.polypath.api.map.SelectorSupport;
import org.polypath.api.map.TargetVersion;
import org.polypath.api.path.DeviceNumber;
import org.polypath.api.path.Wwid;
import org.polypath.simulator.san.San;
import org.polypath.simulator.timeline.Timeline;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The simulated device-mapper: all maps. Timeline thread only. */
public final class DeviceMapper {
  private static final Logger LOG = LoggerFactory.getLogger(DeviceMapper.class);

  /** Device-mapper's major number on most hosts (the kernel assigns it when the module loads). */
  private static final int MAJOR = 253;

  /** The multipath target of Linux 5.10 and later, after which this one is made. */
  private static final TargetVersion TARGET = new TargetVersion(1, 14, 0);

  private final SelectorDirectory selectors;
  private final TableLoader loader;
  private final MapMessages messages;
  private final Map<Wwid, SimulatedMap> maps = new LinkedHashMap<>();
  private final Map<String, SimulatedMap> byName = new HashMap<>();
  private final BitSet minors = new BitSet();
  private final List<Consumer<String>> listeners = new ArrayList<>();

  /** Over the paths of a SAN, with these selectors. */
  public DeviceMapper(San san, SelectorDirectory selectors, Timeline timeline) {
    this.selectors = selectors;
    loader = new TableLoader(san, selectors, timeline);
    messages = new MapMessages(san);
  }

  /** All maps as the kernel would show them. */
  public KernelDevices read() {
    return new KernelDevices(maps.values().stream().map(SimulatedMap::snapshot).toList(), Set.of());
  }

  /** Whether tables can name a path selector: every one that is installed. */
  SelectorSupport selector(String kernelName) {
    return new SelectorSupport(selectors.algorithm(kernelName, List.of()).isPresent(), TARGET);
  }

  /** A map by its name. */
  public Optional<SimulatedMap> map(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** All maps, oldest first. */
  public List<SimulatedMap> maps() {
    return List.copyOf(maps.values());
  }

  /**
   * Carries out an operation.
   *
   * @param wwid which map it is about, whatever its name is
   * @param done told the outcome, now or when I/O under way has come back
   */
  public void perform(Wwid wwid, MapOperation operation, Consumer<MapOutcome> done) {
    operation.accept(new MapOperations(wwid, this, loader, messages, done));
  }

  /** Starts telling somebody the names of maps that change. */
  public void add(Consumer<String> listener) {
    listeners.add(listener);
  }

  /** Ends it. */
  public void remove(Consumer<String> listener) {
    listeners.remove(listener);
  }

  SimulatedMap create(String name, Wwid wwid) {
    return new SimulatedMap(
        name,
        wwid,
        new DeviceNumber(MAJOR, minors.nextClearBit(0)),
        map -> changed(map.name()),
        this::remove);
  }

  void add(SimulatedMap map) {
    maps.put(map.wwid(), map);
    byName.put(map.name(), map);
    minors.set(map.number().minor());
    LOG.info("simulated device-mapper: created: {} wwid: {}", map.name(), map.wwid());
    changed(map.name());
  }

  void remove(SimulatedMap map) {
    maps.remove(map.wwid());
    byName.remove(map.name());
    minors.clear(map.number().minor());
    LOG.info("simulated device-mapper: removed: {}", map.name());
    changed(map.name());
  }

  void rename(SimulatedMap map, String newName) {
    String oldName = map.name();
    byName.remove(oldName);
    byName.put(newName, map);
    map.rename(newName);
    changed(oldName);
  }

  /** A map by its WWID, which its dm UUID holds. */
  Optional<SimulatedMap> map(Wwid wwid) {
    return Optional.ofNullable(maps.get(wwid));
  }

  void changed(String name) {
    List.copyOf(listeners).forEach(listener -> listener.accept(name));
  }
}
