package org.polypath.simulator.san;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.polypath.api.path.DeviceNumber;
import org.polypath.simulator.Part;
import org.polypath.simulator.SimulatorException;
import org.polypath.simulator.scenario.AdapterSpec;
import org.polypath.simulator.scenario.ArraySpec;
import org.polypath.simulator.scenario.Scenario;
import org.polypath.simulator.timeline.Timeline;

/** The parts of a SAN, built from a scenario, found by their names. */
final class SanLayout {
  private final Map<String, StorageArray> arrays = new LinkedHashMap<>();
  private final Map<String, HostAdapter> adapters = new LinkedHashMap<>();
  private final Map<String, SimulatedPath> paths = new LinkedHashMap<>();
  private final Map<DeviceNumber, String> names = new HashMap<>();

  SanLayout(Scenario scenario, Timeline timeline) {
    for (ArraySpec array : scenario.arrays()) {
      arrays.put(array.name(), new StorageArray(array, arrays.size()));
    }
    for (AdapterSpec spec : scenario.adapters()) {
      HostAdapter adapter = new HostAdapter(spec.name(), spec.host(), spec.transport(), new Link());
      adapters.put(spec.name(), adapter);
      for (int target = 0; target < spec.sees().size(); target++) {
        addPaths(adapter, target, spec.sees().get(target), timeline);
      }
    }
  }

  private void addPaths(HostAdapter adapter, int target, String portName, Timeline timeline) {
    TargetPort port = port(portName);
    for (LogicalUnit unit : array(head(portName)).units()) {
      SimulatedPath.Nexus nexus = new SimulatedPath.Nexus(port, unit);
      SimulatedPath path = new SimulatedPath(paths.size(), adapter, target, nexus, timeline);
      paths.put(path.name(), path);
      names.put(path.number(), path.name());
    }
  }

  List<StorageArray> arrays() {
    return List.copyOf(arrays.values());
  }

  List<HostAdapter> adapters() {
    return List.copyOf(adapters.values());
  }

  /** All devices, deleted ones too, in the order of their addresses. */
  List<SimulatedPath> paths() {
    return List.copyOf(paths.values());
  }

  /** A device by its name, a deleted one too. */
  Optional<SimulatedPath> find(String name) {
    return Optional.ofNullable(paths.get(name));
  }

  /** A device by its number, a deleted one too. */
  Optional<SimulatedPath> find(DeviceNumber number) {
    return Optional.ofNullable(names.get(number)).map(paths::get);
  }

  void replace(SimulatedPath path) {
    paths.put(path.name(), path);
  }

  SimulatedPath path(String name) {
    return found(paths, name, "path");
  }

  StorageArray array(String name) {
    return found(arrays, name, "array");
  }

  LogicalUnit unit(String array, long number) {
    return array(array)
        .unit(number)
        .orElseThrow(
            () ->
                unknown(
                    "LUN of " + array,
                    Long.toString(number),
                    array(array).units().stream().map(LogicalUnit::number).toList()));
  }

  PortGroup group(String array, int number) {
    return array(array)
        .group(number)
        .filter(group -> array(array).isAsymmetric())
        .orElseThrow(
            () ->
                unknown(
                    "target port group of " + array,
                    Integer.toString(number),
                    array(array).isAsymmetric()
                        ? array(array).groups().stream().map(PortGroup::number).toList()
                        : List.of()));
  }

  /** The link of a part. */
  Link link(Part part) {
    return switch (part.kind()) {
      case PATH -> path(part.name()).link();
      case PORT -> port(part.name()).link();
      case CONTROLLER -> controller(part.name()).link();
      case ADAPTER -> found(adapters, part.name(), "adapter").link();
    };
  }

  /** All links of the SAN. */
  List<Link> links() {
    List<Link> links = new ArrayList<>();
    paths.values().forEach(path -> links.add(path.link()));
    adapters.values().forEach(adapter -> links.add(adapter.link()));
    for (StorageArray array : arrays.values()) {
      array.controllers().values().forEach(controller -> links.add(controller.link()));
      array.ports().forEach(port -> links.add(port.link()));
    }
    return links;
  }

  private TargetPort port(String name) {
    StorageArray array = array(head(name));
    return array
        .port(tail(name))
        .orElseThrow(
            () ->
                unknown(
                    "port",
                    name,
                    array.ports().stream().map(port -> array.name() + ":" + port.name()).toList()));
  }

  /** The controller of a name with its array's before it. */
  Controller controller(String name) {
    StorageArray array = array(head(name));
    return Optional.ofNullable(array.controllers().get(tail(name)))
        .orElseThrow(
            () ->
                unknown(
                    "controller",
                    name,
                    array.controllers().keySet().stream()
                        .map(controller -> array.name() + ":" + controller)
                        .toList()));
  }

  private static String head(String name) {
    int colon = name.indexOf(':');
    return colon < 0 ? name : name.substring(0, colon);
  }

  private static String tail(String name) {
    return name.substring(name.indexOf(':') + 1);
  }

  private static <T> T found(Map<String, T> things, String name, String kind) {
    return Optional.ofNullable(things.get(name))
        .orElseThrow(() -> unknown(kind, name, List.copyOf(things.keySet())));
  }

  private static SimulatorException unknown(String kind, String name, List<?> known) {
    String there = String.join(", ", known.stream().map(Object::toString).toList());
    return new SimulatorException(
        "no " + kind + " \"" + name + "\"; there are: " + (there.isEmpty() ? "none" : there));
  }
}
