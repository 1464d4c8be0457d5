package org.polypath.core;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.polypath.api.map.KernelMap;
import org.polypath.api.map.MultipathTable;
import org.polypath.api.map.TableGroup;
import org.polypath.api.map.TablePath;
import org.polypath.api.path.DeviceNumber;
import org.polypath.api.settings.Failback;
import org.polypath.api.settings.MapSettings;
import org.polypath.api.settings.NoPathRetry;
import org.polypath.core.event.Plan;

/** The table that a map should have. */
final class WantedTable {
  private final MapEntry map;
  private final Workspace work;

  WantedTable(MapEntry map, Workspace work) {
    this.map = map;
    this.work = work;
  }

  /**
   * The paths that can be in the table: those that are in it already, and those that come with it.
   */
  List<PathEntry> members() {
    List<PathEntry> coming = new Newcomers(work).next(map, newcomers());
    return map.paths.stream().filter(path -> stays(path) || coming.contains(path)).toList();
  }

  /** Paths that are not in the table, and that the kernel can open and that have the map's size. */
  List<PathEntry> newcomers() {
    long sectors = sectors();
    return map.paths.stream()
        .filter(path -> !map.holds(path.facts.number()) && mayCome(path, sectors))
        .filter(path -> !isKeptOut(path))
        .toList();
  }

  private boolean isKeptOut(PathEntry path) {
    return path.facts.readOnly() && isWritable();
  }

  /**
   * Whether the map can be written, or shall be. The kernel takes a path that is write-protected
   * into no such map, and a read-only map fails its users' writes: the path has to wait.
   */
  private boolean isWritable() {
    boolean readOnly = map.kernel.filter(KernelMap::readOnly).isPresent() && !map.accessChanged;
    boolean canBe = map.kernel.isPresent() || map.paths.stream().anyMatch(WantedTable::mayWrite);
    return !readOnly && !map.isReadOnly() && canBe;
  }

  private static boolean mayWrite(PathEntry path) {
    return !path.facts.readOnly() && canBeOpened(path) && !isLost(path);
  }

  /** One that is down and cannot say who it is may never come: nobody waits for it. */
  private static boolean isLost(PathEntry path) {
    return IdentityGuard.isInDoubt(path) && path.checkedOnce && !path.state.isUsable();
  }

  /**
   * The kernel has the paths of a map that can be written opened for that, whatever they are now.
   */
  private boolean stays(PathEntry path) {
    boolean wasReadOnly = map.kernel.filter(KernelMap::readOnly).isPresent();
    boolean leaves = wasReadOnly && isKeptOut(path);
    return map.holds(path.facts.number()) && !leaves;
  }

  /** The table, with the groups of a plan in their order of preference. */
  MultipathTable table(MapSettings settings, Plan plan) {
    Map<String, PathEntry> members =
        members().stream().collect(Collectors.toMap(path -> path.name, Function.identity()));
    List<List<PathEntry>> groups = new ArrayList<>();
    for (List<String> names : plan.groups()) {
      groups.add(names.stream().filter(members::containsKey).map(members::get).toList());
    }
    groups.removeIf(List::isEmpty);
    List<List<PathEntry>> sorted = Groups.of(map).sorted(groups);
    return new MultipathTable(
        sectors(),
        features(settings),
        settings.hardwareHandler().value(),
        initialGroup(settings, sorted),
        sorted.stream().map(group -> tableGroup(plan, group)).toList());
  }

  private long sectors() {
    return map.kernel
        .filter(kernel -> kernel.openCount() > 0 || !kernel.table().devices().isEmpty())
        .map(kernel -> kernel.table().sectors())
        .orElseGet(this::sectorsOfPaths);
  }

  /** Of the first path that has a size; if it can be, of one that can be in the table. */
  private long sectorsOfPaths() {
    List<PathEntry> sized =
        map.paths.stream().filter(path -> canBeOpened(path) && path.facts.sectors() > 0).toList();
    return sized.stream()
        .filter(path -> !isKeptOut(path) && !isLost(path))
        .findFirst()
        .or(() -> sized.stream().findFirst())
        .map(path -> path.facts.sectors())
        .orElse(0L);
  }

  /** A path that has still to say who it is does not come into the table before. */
  private static boolean mayCome(PathEntry path, long sectors) {
    return isLoadable(path, sectors) && !IdentityGuard.isInDoubt(path);
  }

  /**
   * A path to a controller on stand-by may have no size: the kernel could not ask. It takes part,
   * or nothing would have the array bring that controller up when the others fail; the kernel takes
   * it so, too (drivers/md/dm-table.c, device_area_is_invalid).
   */
  private static boolean isLoadable(PathEntry path, long sectors) {
    boolean fits = path.facts.sectors() == sectors || path.facts.sectors() == 0;
    return canBeOpened(path) && fits && sectors > 0;
  }

  /**
   * The kernel's sd driver refuses to open a device that is offline (drivers/scsi/sd.c, sd_open).
   */
  private static boolean canBeOpened(PathEntry path) {
    return switch (path.facts.deviceState()) {
      case RUNNING, NONE, BLOCKED, QUIESCE -> true;
      case OFFLINE, TRANSPORT_OFFLINE, OTHER, GONE -> path.state.isUsable();
    };
  }

  private List<String> features(MapSettings settings) {
    List<String> features = new ArrayList<>();
    NoPathRetry.Mode mode =
        work.options.queues() ? settings.noPathRetry().value().mode() : NoPathRetry.Mode.UNDEFINED;
    boolean queues =
        switch (map.isQueueingDisabled(work.state) ? NoPathRetry.Mode.FAIL : mode) {
          case QUEUE -> true;
          case RETRY -> !map.retriesOver;
          case FAIL -> false;
          case UNDEFINED ->
              map.kernel.filter(kernel -> kernel.table().queuesWithoutPath()).isPresent();
        };
    if (queues) {
      features.add(MultipathTable.QUEUE_IF_NO_PATH);
    }
    features.addAll(settings.features().value());
    return features;
  }

  /** The best group; with manual failback the group that I/O uses now, if it can go on there. */
  private int initialGroup(MapSettings settings, List<List<PathEntry>> groups) {
    int best = Groups.of(map).best(groups);
    if (map.kernel.isEmpty() || settings.failback().value().mode() != Failback.Mode.MANUAL) {
      return best;
    }
    Set<DeviceNumber> inUse = inUse(map.kernel.get());
    for (int i = 0; i < groups.size(); i++) {
      boolean usedNow =
          groups.get(i).stream()
              .anyMatch(path -> path.state.isUsable() && inUse.contains(path.facts.number()));
      if (usedNow) {
        return i + 1;
      }
    }
    return best;
  }

  private static Set<DeviceNumber> inUse(KernelMap kernel) {
    int current = kernel.status().nextGroup();
    List<TableGroup> groups = kernel.table().groups();
    Set<DeviceNumber> devices = new HashSet<>();
    if (current >= 1 && current <= groups.size()) {
      groups.get(current - 1).paths().forEach(path -> devices.add(path.device()));
    }
    return devices;
  }

  private static TableGroup tableGroup(Plan plan, List<PathEntry> group) {
    List<TablePath> paths =
        group.stream()
            .map(
                path ->
                    new TablePath(
                        path.facts.number(),
                        plan.pathArguments().getOrDefault(path.name, List.of())))
            .toList();
    return new TableGroup(plan.selector(), plan.selectorArguments(), paths);
  }
}
