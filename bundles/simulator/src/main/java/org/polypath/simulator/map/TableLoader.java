package org.polypath.simulator.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.polypath.api.map.MapOutcome.Refusal;
import org.polypath.api.map.MultipathTable;
import org.polypath.api.map.TableGroup;
import org.polypath.api.map.TablePath;
import org.polypath.api.selector.SelectorAlgorithm;
import org.polypath.simulator.san.San;
import org.polypath.simulator.san.SimulatedPath;
import org.polypath.simulator.timeline.Timeline;

/** Makes targets of tables, and refuses what kernel 6.1 refuses, in its words. */
final class TableLoader {
  private static final Set<String> HANDLERS = Set.of("alua", "emc", "hp_sw", "rdac");

  private final San san;
  private final SelectorDirectory selectors;
  private final Timeline timeline;

  TableLoader(San san, SelectorDirectory selectors, Timeline timeline) {
    this.san = san;
    this.selectors = selectors;
    this.timeline = timeline;
  }

  MultipathTarget load(MultipathTable table, MultipathTarget.Owner owner)
      throws TableRefusedException {
    try {
      return loadChecked(table, owner);
    } catch (IllegalArgumentException e) {
      throw invalid(e.getMessage());
    }
  }

  private MultipathTarget loadChecked(MultipathTable table, MultipathTarget.Owner owner)
      throws TableRefusedException {
    if (!MultipathTable.parse(table.sectors(), table.parameters()).equals(Optional.of(table))) {
      throw invalid("not enough path parameters");
    }
    if ((table.initialGroup() == 0) != table.groups().isEmpty()) {
      throw invalid("invalid initial priority group");
    }
    if (!table.hardwareHandler().isEmpty() && !HANDLERS.contains(table.hardwareHandler().get(0))) {
      throw invalid("unknown hardware handler type");
    }
    TargetFeatures features = TargetFeatures.read(table.features());
    List<TargetGroup> groups = new ArrayList<>();
    for (TableGroup group : table.groups()) {
      groups.add(group(group, table.sectors()));
    }
    return new MultipathTarget(table, features, groups, owner, timeline);
  }

  private TargetGroup group(TableGroup group, long sectors) throws TableRefusedException {
    SelectorAlgorithm algorithm =
        selectors
            .algorithm(group.selector(), group.selectorArguments())
            .orElseThrow(() -> invalid("unknown path selector type: " + group.selector()));
    if (group.paths().isEmpty()) {
      throw invalid("invalid number of paths");
    }
    SelectorFormat format = SelectorFormat.of(group.selector());
    List<TargetPath> paths = new ArrayList<>();
    for (TablePath path : group.paths()) {
      paths.add(new TargetPath(device(path, sectors), format, path.arguments()));
    }
    return new TargetGroup(
        group.selector(), format.acceptGroup(group.selectorArguments()), algorithm, paths);
  }

  private SimulatedPath device(TablePath path, long sectors) throws TableRefusedException {
    SimulatedPath device =
        san.device(path.device())
            .orElseThrow(
                () ->
                    new TableRefusedException(
                        Refusal.PATH_UNAVAILABLE, "error getting device " + path.device()));
    if (device.sectors() < sectors) {
      throw invalid(
          "Cannot calculate initial queue limits: "
              + path.device()
              + " has "
              + device.sectors()
              + " sectors, the map "
              + sectors);
    }
    return device;
  }

  private static TableRefusedException invalid(String text) {
    return new TableRefusedException(Refusal.INVALID, text);
  }
}
