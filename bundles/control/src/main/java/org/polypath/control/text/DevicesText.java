package org.polypath.control.text;

import java.util.ArrayList;
import java.util.List;
import org.polypath.api.settings.Configuration;
import org.polypath.api.topology.PathSnapshot;
import org.polypath.api.topology.Topology;

/** The block devices there are, and what becomes of each. */
public final class DevicesText {
  private DevicesText() {}

  private record Device(String name, boolean monitored) {}

  /** Disks in the order in which they were found, then the maps' own devices. */
  public static String of(Configuration configuration, Topology topology) {
    List<Device> devices = new ArrayList<>();
    for (PathSnapshot path : topology.paths()) {
      devices.add(new Device(path.facts().name(), true));
    }
    for (PathSnapshot path : topology.ignored()) {
      devices.add(new Device(path.facts().name(), false));
    }
    topology.maps().stream()
        .flatMap(map -> map.kernelName().stream())
        .forEach(name -> devices.add(new Device(name, false)));
    int width = devices.stream().mapToInt(device -> device.name().length()).max().orElse(0);
    StringBuilder out = new StringBuilder("available block devices:\n");
    for (Device device : devices) {
      out.append("    ")
          .append(device.name())
          .append(" ".repeat(width - device.name().length()))
          .append(" devnode ")
          .append(configuration.verdict(device.name()).blacklisted() ? "black" : "white")
          .append("listed, ")
          .append(device.monitored() ? "monitored\n" : "unmonitored\n");
    }
    return out.toString();
  }
}
