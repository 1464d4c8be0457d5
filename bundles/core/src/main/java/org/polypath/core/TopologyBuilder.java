package org.polypath.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.polypath.api.map.KernelMap;
import org.polypath.api.map.StatusGroup;
import org.polypath.api.map.StatusGroup.GroupState;
import org.polypath.api.map.TableGroup;
import org.polypath.api.path.PathFacts;
import org.polypath.api.platform.Command.ReservationMark;
import org.polypath.api.settings.MapSettings;
import org.polypath.api.settings.ReservationKey;
import org.polypath.api.topology.GroupSnapshot;
import org.polypath.api.topology.MapSnapshot;
import org.polypath.api.topology.Outage;
import org.polypath.api.topology.PathSnapshot;
import org.polypath.api.topology.Reservation;
import org.polypath.api.topology.Topology;
import org.polypath.core.event.Plan;

/** The state as readers see it. */
final class TopologyBuilder {
  private final Workspace work;
  private final State state;

  TopologyBuilder(Workspace work) {
    this.work = work;
    this.state = work.state;
  }

  Topology build() {
    List<PathSnapshot> paths = new ArrayList<>();
    List<PathSnapshot> ignored = new ArrayList<>();
    for (PathEntry path : state.paths.values()) {
      (path.counts() ? paths : ignored).add(path(path));
    }
    List<MapSnapshot> maps =
        state.maps.values().stream().filter(this::isShown).map(this::map).toList();
    return new Topology(
        state.sequence,
        work.moment().wallMillis(),
        maps,
        paths,
        ignored,
        state.configuration,
        new Busyness(work).isBusy());
  }

  /** A map is shown once the kernel has it, or while it is about to. */
  private boolean isShown(MapEntry map) {
    return map.kernel.isPresent()
        || (map.action.equals("create") && map.dismissedBecause.isEmpty());
  }

  private PathSnapshot path(PathEntry path) {
    long now = work.now();
    boolean checked = path.counts() && work.options.checks() && state.configuration.isPresent();
    int interval = checked ? (int) (Math.max(path.checkInterval, work.pollingMillis()) / 1000) : 0;
    boolean underWay = path.checkNumber != 0;
    return new PathSnapshot(
        path.facts,
        path.wwid,
        path.state,
        path.ignoredBecause.orElse(path.message),
        path.settings.map(settings -> settings.checker().value()),
        path.settings.map(settings -> settings.prioritizer().value()),
        path.priority,
        path.kernelState,
        path.failures,
        path.wwid.map(state.maps::get).filter(this::isShown).map(map -> map.wwid),
        interval,
        (int) Math.max(0, (path.nextCheckAt - now + 999) / 1000),
        underWay ? OptionalInt.of((int) ((now - path.checkSentAt) / 1000)) : OptionalInt.empty(),
        path.isMarginal() || path.shakiness.byHand,
        path.reasons.reasons());
  }

  private MapSnapshot map(MapEntry map) {
    Optional<KernelMap> kernel = map.kernel;
    Optional<PathFacts> first = firstPath(map).map(path -> path.facts);
    return new MapSnapshot(
        map.wwid,
        map.shownName(),
        kernel.map(KernelMap::number),
        kernel
            .map(k -> k.table().sectors())
            .orElseGet(() -> first.map(PathFacts::sectors).orElse(0L)),
        first.map(PathFacts::vendor).orElse(""),
        first.map(PathFacts::product).orElse(""),
        first.map(PathFacts::revision).orElse(""),
        kernel.map(k -> k.table().featuresText()).orElse("0"),
        kernel.map(k -> k.table().hardwareHandlerText()).orElseGet(() -> wantedHandler(map)),
        kernel.map(KernelMap::readOnly).orElse(false),
        kernel.map(KernelMap::suspended).orElse(false),
        kernel.map(k -> kernelGroups(map, k)).orElseGet(() -> plannedGroups(map)),
        map.settings,
        map.action,
        secondsUntil(map.failbackAt),
        secondsUntil(map.queueUntil),
        map.statistics,
        map.isQueueingDisabled(state),
        reservation(map),
        outage(map),
        map.reasons.reasons());
  }

  private Reservation reservation(MapEntry map) {
    Optional<ReservationKey> key =
        ReservationRequests.configuredKey(map)
            .filter(configured -> !configured.equals(ReservationRequests.IN_FILE))
            .map(ReservationKey::parse)
            .orElseGet(() -> Optional.ofNullable(state.reservationKeys.get(map.wwid)));
    return new Reservation(
        map.reservationMarks.contains(ReservationMark.REGISTERED),
        map.reservationMarks.contains(ReservationMark.HELD),
        key);
  }

  private Optional<PathEntry> firstPath(MapEntry map) {
    return map.paths.stream().findFirst();
  }

  private static String wantedHandler(MapEntry map) {
    List<String> words =
        map.settings.map(settings -> settings.hardwareHandler().value()).orElse(List.of());
    return words.isEmpty() ? "0" : words.size() + " " + String.join(" ", words);
  }

  private static List<GroupSnapshot> kernelGroups(MapEntry map, KernelMap kernel) {
    List<GroupSnapshot> groups = new ArrayList<>();
    List<List<PathEntry>> entries = FailbackRule.groups(map, kernel);
    List<StatusGroup> statuses = kernel.status().groups();
    for (int i = 0; i < entries.size(); i++) {
      TableGroup table = kernel.table().groups().get(i);
      GroupState groupState = i < statuses.size() ? statuses.get(i).state() : GroupState.UNDEFINED;
      groups.add(group(map, table.selectorText(), groupState, entries.get(i)));
    }
    return groups;
  }

  private List<GroupSnapshot> plannedGroups(MapEntry map) {
    if (map.plan.isEmpty() || map.settings.isEmpty()) {
      return List.of();
    }
    Plan plan = map.plan.get();
    MapSettings settings = map.settings.get();
    List<GroupSnapshot> groups = new ArrayList<>();
    for (TableGroup table : new WantedTable(map, work).table(settings, plan).groups()) {
      List<PathEntry> entries =
          table.paths().stream().flatMap(path -> map.path(path.device()).stream()).toList();
      groups.add(group(map, table.selectorText(), GroupState.UNDEFINED, entries));
    }
    return groups;
  }

  private static GroupSnapshot group(
      MapEntry map, String selector, GroupState groupState, List<PathEntry> paths) {
    int priority = Groups.of(map).priority(paths).orElse(GroupSnapshot.UNDEFINED_PRIORITY);
    return new GroupSnapshot(
        selector,
        priority,
        groupState,
        Groups.isMarginal(paths),
        paths.stream().map(p -> p.name).toList());
  }

  static Optional<Outage> outage(MapEntry map) {
    if (map.carriesIo()
        || map.kernel.isEmpty()
        || map.paths.stream().anyMatch(path -> !path.checkedOnce)) {
      return Optional.empty();
    }
    boolean gone = map.paths.stream().allMatch(path -> path.unmapped);
    return Optional.of(gone ? Outage.PERMANENT : Outage.TEMPORARY);
  }

  private int secondsUntil(long time) {
    return time == 0 ? 0 : (int) Math.max(1, (time - work.now() + 999) / 1000);
  }
}
