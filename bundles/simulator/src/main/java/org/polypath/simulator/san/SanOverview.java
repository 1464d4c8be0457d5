package org.polypath.simulator.san;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A SAN as text for people. */
final class SanOverview {
  private final SanLayout layout;
  private final StringBuilder text = new StringBuilder();

  SanOverview(SanLayout layout) {
    this.layout = layout;
  }

  String text() {
    layout.arrays().forEach(this::array);
    for (HostAdapter adapter : layout.adapters()) {
      line(
          "adapter %s (%s)%s",
          adapter.name(), adapter.transport().protocol(), fault(adapter.link()));
    }
    List<SimulatedPath> troubled =
        layout.paths().stream().filter(path -> !trouble(path).isEmpty()).toList();
    if (troubled.isEmpty()) {
      line("paths: %d, none with a fault of its own", layout.paths().size());
    }
    troubled.forEach(path -> line("path %s: %s", path.name(), trouble(path)));
    return text.toString();
  }

  private void array(StorageArray array) {
    line(
        "array %s: %s,%s revision %s, %s",
        array.name(),
        array.description().vendor(),
        array.description().product(),
        array.description().revision(),
        array.isAsymmetric() ? "alua" : "active/active");
    array
        .controllers()
        .values()
        .forEach(
            controller ->
                line(
                    "  controller %s:%s%s",
                    array.name(), controller.name(), fault(controller.link())));
    for (TargetPort port : array.ports()) {
      String group =
          array.isAsymmetric()
              ? ", group " + port.group().number() + " " + port.group().state().word()
              : "";
      line("  port %s:%s%s%s", array.name(), port.name(), group, fault(port.link()));
    }
    for (LogicalUnit unit : array.units()) {
      String paths =
          layout.paths().stream()
              .filter(path -> path.unit() == unit && !path.isDeleted())
              .map(SimulatedPath::name)
              .collect(Collectors.joining(" "));
      line(
          "  lun %d: 3%s, %d MiB%s%s, paths %s",
          unit.number(),
          unit.naa(),
          unit.bytes() >> 20,
          unit.owner().equals(unit.home()) ? "" : ", AT CONTROLLER " + unit.owner(),
          unit.isMapped() ? "" : ", UNMAPPED",
          paths);
    }
  }

  private static String trouble(SimulatedPath path) {
    return (path.isDeleted() ? "deleted " : "")
        + (path.isOffline() ? "offline " : "")
        + path.link().text();
  }

  private static String fault(Link link) {
    return link.text().isEmpty() ? "" : ": " + link.text().toUpperCase(Locale.ROOT);
  }

  private void line(String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append('\n');
  }

  List<String> names() {
    List<String> names = new ArrayList<>();
    for (StorageArray array : layout.arrays()) {
      names.add(array.name());
      array.controllers().keySet().forEach(name -> names.add(array.name() + ":" + name));
      array.ports().forEach(port -> names.add(array.name() + ":" + port.name()));
    }
    layout.adapters().forEach(adapter -> names.add(adapter.name()));
    layout.paths().forEach(path -> names.add(path.name()));
    return names;
  }
}
