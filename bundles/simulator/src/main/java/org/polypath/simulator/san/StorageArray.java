package org.polypath.simulator.san;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.polypath.simulator.scenario.ArraySpec;
import org.polypath.simulator.scenario.PortSpec;

/** A storage array: its fixed description and its parts in their state of now. */
final class StorageArray {
  private final ArraySpec description;
  private final Map<String, Controller> controllers = new TreeMap<>();
  private final List<PortGroup> groups;
  private final List<TargetPort> ports;
  private final List<LogicalUnit> units;

  StorageArray(ArraySpec description, int index) {
    this.description = description;
    groups =
        description.groups().stream()
            .map(group -> new PortGroup(group.number(), group.state(), group.preferred()))
            .toList();
    ports = description.ports().stream().map(port -> port(port, index)).toList();
    units = description.units().stream().map(unit -> new LogicalUnit(this, unit)).toList();
  }

  private TargetPort port(PortSpec port, int index) {
    Controller controller =
        controllers.computeIfAbsent(port.controller(), name -> new Controller(name, new Link()));
    String name = String.format("0x5%07x%08x", 0xacce00 + index, port.relative());
    return new TargetPort(
        port.name(),
        port.relative(),
        name,
        controller,
        group(port.group()).orElseThrow(),
        new Link());
  }

  ArraySpec description() {
    return description;
  }

  String name() {
    return description.name();
  }

  boolean isAsymmetric() {
    return description.asymmetric();
  }

  Map<String, Controller> controllers() {
    return controllers;
  }

  List<PortGroup> groups() {
    return groups;
  }

  Optional<PortGroup> group(int number) {
    return groups.stream().filter(group -> group.number() == number).findFirst();
  }

  List<TargetPort> ports() {
    return ports;
  }

  Optional<TargetPort> port(String name) {
    return ports.stream().filter(port -> port.name().equals(name)).findFirst();
  }

  List<LogicalUnit> units() {
    return units;
  }

  Optional<LogicalUnit> unit(long number) {
    return units.stream().filter(unit -> unit.number() == number).findFirst();
  }
}
