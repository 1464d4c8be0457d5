package org.polypath.core;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.polypath.api.map.KernelDevices;
import org.polypath.api.map.KernelMap;
import org.polypath.api.map.MapOperation;
import org.polypath.api.map.MapOutcome;
import org.polypath.api.map.MapOutcome.Done;
import org.polypath.api.map.MapOutcome.Refusal;
import org.polypath.api.map.MapOutcome.Refused;
import org.polypath.api.map.MultipathStatus;
import org.polypath.api.map.MultipathTable;
import org.polypath.api.map.StatusGroup;
import org.polypath.api.map.StatusGroup.GroupState;
import org.polypath.api.map.StatusPath;
import org.polypath.api.path.DeviceNumber;
import org.polypath.api.path.Wwid;

/** As much of dm-multipath as the core's tests need: tables, failed paths, the group in use. */
final class FakeKernel {
  /** One map. */
  static final class KernelSide {
    final Wwid wwid;
    String name;
    final DeviceNumber number;
    MultipathTable table;
    final Set<DeviceNumber> failed = new HashSet<>();
    int group;
    int openCount;
    boolean removalDeferred;
    boolean suspended;
    boolean readOnly;
    long events;
    int loads = 1;

    KernelSide(Wwid wwid, String name, DeviceNumber number, MultipathTable table) {
      this.wwid = wwid;
      this.name = name;
      this.number = number;
      this.table = table;
      this.group = table.initialGroup();
    }

    KernelMap view() {
      List<StatusGroup> groups = new ArrayList<>();
      for (int i = 0; i < table.groups().size(); i++) {
        List<StatusPath> paths =
            table.groups().get(i).paths().stream()
                .map(p -> new StatusPath(p.device(), failed.contains(p.device()), 0, List.of()))
                .toList();
        groups.add(new StatusGroup(i + 1 == group ? GroupState.ACTIVE : GroupState.ENABLED, paths));
      }
      MultipathStatus status = new MultipathStatus(0, 0, List.of(), group, groups);
      return new KernelMap(
          name,
          wwid,
          number,
          table,
          status,
          events,
          openCount,
          suspended,
          readOnly,
          removalDeferred);
    }

    boolean hasLivePath(int index) {
      return table.groups().get(index - 1).paths().stream()
          .anyMatch(p -> !failed.contains(p.device()));
    }
  }

  final Map<String, KernelSide> maps = new LinkedHashMap<>();
  final Map<String, Refused> refusals = new HashMap<>();
  final List<MapOperation> log = new ArrayList<>();
  private int nextMinor;

  /** Messages that are refused when they come next. */
  final Set<String> refuseOnce = new HashSet<>();

  /** Devices that cannot be opened for a table. */
  final Set<DeviceNumber> unavailable = new HashSet<>();

  /** How a table with one of them is refused. */
  Refusal refusalOfPath = Refusal.PATH_UNAVAILABLE;

  /** Whether tables are shown without the handler they were loaded with. */
  boolean hidesHandler;

  /** Names of dm devices that are no multipath maps. */
  final Set<String> others = new HashSet<>(Set.of("root"));

  KernelDevices devices() {
    return new KernelDevices(maps.values().stream().map(KernelSide::view).toList(), others);
  }

  Optional<KernelMap> map(String name) {
    return Optional.ofNullable(maps.get(name)).map(KernelSide::view);
  }

  KernelSide only() {
    return maps.values().iterator().next();
  }

  MapOutcome perform(Wwid wwid, MapOperation operation) {
    log.add(operation);
    Refused refused = refusals.get(operation.getClass().getSimpleName());
    if (operation instanceof MapOperation.Message message && refuseOnce.remove(message.text())) {
      return new Refused(Refusal.OTHER, "no memory");
    }
    return refused != null ? refused : operation.accept(new OnMap(wwid));
  }

  /** The kernel finds by I/O that a path is dead. */
  void ioFails(DeviceNumber device) {
    for (KernelSide map : maps.values()) {
      fail(map, device);
    }
  }

  private static void fail(KernelSide map, DeviceNumber device) {
    map.failed.add(device);
    map.events++;
    for (int i = 1; i <= map.table.groups().size() && !map.hasLivePath(map.group); i++) {
      if (map.hasLivePath(i)) {
        map.group = i;
      }
    }
  }

  /** The last user of a map closes it. */
  void close(String name) {
    KernelSide map = maps.get(name);
    map.openCount = 0;
    if (map.removalDeferred) {
      maps.remove(name);
    }
  }

  /** Somebody gives a map another name. */
  void name(KernelSide map, String newName) {
    maps.remove(map.name);
    map.name = newName;
    maps.put(newName, map);
  }

  /** Another program loads a table. */
  void load(KernelSide map, MultipathTable table) {
    map.table = table;
    map.failed.clear();
    map.group = table.initialGroup();
  }

  void queue(String name, boolean on) {
    queue(maps.get(name), on);
  }

  private MultipathTable shown(MultipathTable table) {
    return hidesHandler
        ? new MultipathTable(
            table.sectors(), table.features(), List.of(), table.initialGroup(), table.groups())
        : table;
  }

  private static void queue(KernelSide map, boolean on) {
    MultipathTable old = map.table;
    map.table =
        new MultipathTable(
            old.sectors(),
            on ? List.of(MultipathTable.QUEUE_IF_NO_PATH) : List.of(),
            old.hardwareHandler(),
            old.initialGroup(),
            old.groups());
  }

  /** What is done to the map of a WWID, whatever its name is. */
  private final class OnMap implements MapOperation.Visitor<MapOutcome> {
    private final Wwid wwid;

    OnMap(Wwid wwid) {
      this.wwid = wwid;
    }

    @Override
    public MapOutcome create(MapOperation.Create operation) {
      boolean there = maps.values().stream().anyMatch(map -> map.wwid.equals(wwid));
      boolean taken = maps.containsKey(operation.name()) || others.contains(operation.name());
      if (there || taken) {
        return new Refused(Refusal.NAME_TAKEN, operation.name() + " exists");
      }
      KernelSide map =
          new KernelSide(
              wwid, operation.name(), new DeviceNumber(254, nextMinor++), shown(operation.table()));
      map.readOnly = operation.readOnly();
      maps.put(operation.name(), map);
      return new Done();
    }

    @Override
    public MapOutcome reload(MapOperation.Reload operation) {
      return found(
          map -> {
            if (operation.table().devices().stream().anyMatch(unavailable::contains)) {
              return new Refused(refusalOfPath, operation.name() + ": one of its paths");
            }
            map.table = shown(operation.table());
            map.failed.clear();
            map.group = operation.table().initialGroup();
            map.suspended = false;
            map.readOnly = operation.readOnly();
            map.loads++;
            map.events++;
            return new Done();
          });
    }

    @Override
    public MapOutcome rename(MapOperation.Rename operation) {
      return found(
          map -> {
            if (maps.containsKey(operation.newName())) {
              return new Refused(Refusal.NAME_TAKEN, operation.newName() + " exists");
            }
            name(map, operation.newName());
            return new Done();
          });
    }

    @Override
    public MapOutcome suspend(MapOperation.Suspend operation) {
      return found(map -> suspended(map, true));
    }

    @Override
    public MapOutcome resume(MapOperation.Resume operation) {
      return found(map -> suspended(map, false));
    }

    private MapOutcome suspended(KernelSide map, boolean suspended) {
      map.suspended = suspended;
      return new Done();
    }

    @Override
    public MapOutcome remove(MapOperation.Remove operation) {
      return found(
          map -> {
            if (map.openCount > 0 && operation.deferred()) {
              map.removalDeferred = true;
              return new Done();
            }
            if (map.openCount > 0) {
              return new Refused(Refusal.BUSY, operation.name() + " is in use");
            }
            maps.remove(map.name);
            return new Done();
          });
    }

    @Override
    public MapOutcome message(MapOperation.Message operation) {
      return found(
          map -> {
            String[] words = operation.text().split(" ", -1);
            if (map.suspended && !words[0].startsWith("@")) {
              return new Refused(
                  Refusal.BUSY, operation.text() + ": " + map.name + " is suspended");
            }
            if (words[0].equals("switch_group")
                && Integer.parseInt(words[1]) > map.table.groups().size()) {
              return new Refused(Refusal.INVALID, operation.text() + ": no such group");
            }
            switch (words[0]) {
              case "fail_path" -> fail(map, DeviceNumber.parse(words[1]).orElseThrow());
              case "reinstate_path" ->
                  map.failed.remove(DeviceNumber.parse(words[1]).orElseThrow());
              case "switch_group" -> map.group = Integer.parseInt(words[1]);
              case "queue_if_no_path" -> queue(map, true);
              case "fail_if_no_path" -> queue(map, false);
              case MapOperation.Message.KEEP -> map.removalDeferred = false;
              default -> throw new AssertionError("message " + operation.text());
            }
            map.events++;
            return new Done();
          });
    }

    private MapOutcome found(Function<KernelSide, MapOutcome> action) {
      return maps.values().stream()
          .filter(map -> map.wwid.equals(wwid))
          .findFirst()
          .map(action)
          .orElseGet(() -> new Refused(Refusal.NOT_FOUND, "no map of WWID " + wwid));
    }
  }
}
