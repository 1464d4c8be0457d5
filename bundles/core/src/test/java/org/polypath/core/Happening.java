package org.polypath.core;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.polypath.api.map.MapOutcome;
import org.polypath.api.map.MapOutcome.Refusal;
import org.polypath.api.map.MultipathTable;
import org.polypath.api.path.PathState;
import org.polypath.api.path.TargetPortGroupSupport;
import org.polypath.api.path.Wwid;
import org.polypath.api.platform.Command;
import org.polypath.api.settings.Failback;
import org.polypath.core.FakeKernel.KernelSide;
import org.polypath.core.event.Event;

/**
 * One thing that happens to a host. It says nothing about when: some happen in the middle of
 * others.
 *
 * @param kind what happens
 * @param path to which of six paths
 * @param choice in which of its ways, 0 to 99
 * @param pause how long it is until the next, in milliseconds
 */
record Happening(Kind kind, int path, int choice, int pause) {
  /** What can happen. */
  enum Kind {
    GOES_DOWN,
    COMES_UP,
    BECOMES_GHOST,
    DOES_NOT_ANSWER_YET,
    IS_UNMAPPED,
    CHANGES_PRIORITY,
    HANGS,
    CHECKER_LEAVES,
    CHECKER_RETURNS,
    PRIORITIZER_LEAVES,
    PRIORITIZER_RETURNS,
    POLICIES_LEAVE,
    POLICIES_RETURN,
    HARDWARE_ENTRIES_CHANGE,
    KERNEL_FAILS_IT,
    KERNEL_TAKES_IT_BACK,
    IS_LOST,
    IS_FOUND_AS_ANOTHER_DISK,
    IS_SWAPPED_UNSEEN,
    CHANGES_SIZE,
    CHANGES_ACCESS,
    IS_ANNOUNCED_AGAIN,
    MAP_IS_REMOVED_BY_ANOTHER,
    MAP_IS_RELOADED_BY_ANOTHER,
    MAP_IS_RENAMED_BY_ANOTHER,
    MAP_IS_SUSPENDED_BY_ANOTHER,
    MAP_IS_TO_GO_FOR_ANOTHER,
    MAP_IS_OPENED,
    MAP_IS_CLOSED,
    MAP_STIRS,
    TABLES_ARE_REFUSED,
    TABLES_ARE_TAKEN,
    CONFIGURATION_CHANGES,
    RECONFIGURED,
    PATH_COMMAND,
    MAP_COMMAND,
    CLOCK_JUMPS,
    HOST_SLEEPS,
    DAEMON_IS_KILLED,
    EVENTS_ARE_LOST,
    MESSAGE_IS_REFUSED,
    MAPS_CANNOT_BE_READ,
    SAYS_WHO_IT_IS_LATE,
    BLACKLIST_CHANGES,
    IS_FOUND_ON_STAND_BY,
    MAPS_ARE_READ_SLOWLY
  }

  String name() {
    return "sd" + (char) ('a' + path);
  }

  void happen(FakeHost host) {
    FakeDevice device = host.devices.get(name());
    if (device == null) {
      device = host.path(name(), 16 * path, "3600" + choice % 3, choice % 2 == 0 ? 50 : 10);
      host.tell(new Event.PathFound(device.facts));
    } else {
      happen(host, device);
    }
  }

  private void happen(FakeHost host, FakeDevice device) {
    switch (kind) {
      case GOES_DOWN -> device.state = PathState.DOWN;
      case COMES_UP -> device.state = PathState.UP;
      case BECOMES_GHOST -> device.state = PathState.GHOST;
      case DOES_NOT_ANSWER_YET -> device.state = PathState.PENDING;
      case IS_UNMAPPED -> device.state = PathState.DISCONNECTED;
      case CHANGES_PRIORITY -> device.priority = choice % 2 == 0 ? 50 : 10;
      case HANGS -> device.silent = choice % 2 == 0;
      case CHECKER_LEAVES -> host.faulty = name();
      case CHECKER_RETURNS -> host.faulty = "";
      case PRIORITIZER_LEAVES -> host.unrankable = name();
      case PRIORITIZER_RETURNS -> host.unrankable = "";
      case POLICIES_LEAVE -> host.withoutPolicies = true;
      case POLICIES_RETURN -> host.withoutPolicies = false;
      case HARDWARE_ENTRIES_CHANGE -> host.tell(new Event.PluginsChanged());
      case KERNEL_FAILS_IT -> kernelFails(host, device);
      case KERNEL_TAKES_IT_BACK -> kernelReinstates(host, device);
      case IS_LOST -> lose(host);
      case IS_FOUND_AS_ANOTHER_DISK -> found(host, device, "3600" + choice % 3);
      case IS_SWAPPED_UNSEEN -> swap(device, "3600" + choice % 3);
      case CHANGES_SIZE -> resize(host, device);
      case CHANGES_ACCESS -> access(host, device);
      case IS_ANNOUNCED_AGAIN -> host.tell(new Event.PathFound(device.facts));
      case MAP_IS_REMOVED_BY_ANOTHER -> map(host).ifPresent(map -> remove(host, map));
      case MAP_IS_RELOADED_BY_ANOTHER -> map(host).ifPresent(map -> reload(host, map));
      case MAP_IS_RENAMED_BY_ANOTHER -> map(host).ifPresent(map -> rename(host, map));
      case MAP_IS_SUSPENDED_BY_ANOTHER -> map(host).ifPresent(map -> map.suspended = true);
      case MAP_IS_TO_GO_FOR_ANOTHER -> map(host).ifPresent(map -> goes(host, map));
      case MAP_IS_OPENED -> map(host).ifPresent(map -> map.openCount = 1);
      case MAP_IS_CLOSED -> map(host).ifPresent(map -> host.kernel.close(map.name));
      case TABLES_ARE_REFUSED ->
          host.kernel.refusals.put(
              choice % 4 == 0 ? "Create" : "Reload",
              new MapOutcome.Refused(
                  choice % 2 == 0 ? Refusal.OTHER : Refusal.PATH_UNAVAILABLE, "no memory"));
      case TABLES_ARE_TAKEN -> host.kernel.refusals.clear();
      case MAP_STIRS -> map(host).ifPresent(map -> host.tell(new Event.MapStirred(map.name)));
      case CONFIGURATION_CHANGES -> configure(host);
      case RECONFIGURED -> host.give(new Command.Reconfigure(choice % 4 == 0));
      case PATH_COMMAND -> GivenCommand.aboutPath(host, name(), choice);
      case MAP_COMMAND -> map(host).ifPresent(map -> GivenCommand.aboutMap(host, map, choice));
      case MESSAGE_IS_REFUSED ->
          host.kernel.refuseOnce.add(choice % 2 == 0 ? "queue_if_no_path" : "fail_if_no_path");
      case MAPS_CANNOT_BE_READ -> host.unreadable = choice % 2 == 0;
      case SAYS_WHO_IT_IS_LATE -> host.identifyMillis = choice % 2 == 0 ? 9_000 : 2;
      case CLOCK_JUMPS -> host.wallOffset += (choice - 50) * 3_600_000L;
      case HOST_SLEEPS -> host.now += choice * 60_000L;
      case DAEMON_IS_KILLED -> host.restart();
      case EVENTS_ARE_LOST -> host.tell(new Event.PathsUncertain());
      case BLACKLIST_CHANGES -> blacklist(host);
      case IS_FOUND_ON_STAND_BY -> standBy(host, device);
      case MAPS_ARE_READ_SLOWLY -> host.readMillis = choice % 2 == 0 ? 300 : 1;
    }
  }

  private static void kernelFails(FakeHost host, FakeDevice device) {
    host.kernel.ioFails(device.facts.number());
    host.kernel.maps.keySet().forEach(map -> host.tell(new Event.MapStirred(map)));
  }

  private static void kernelReinstates(FakeHost host, FakeDevice device) {
    host.kernel.maps.values().forEach(map -> map.failed.remove(device.facts.number()));
    host.kernel.maps.keySet().forEach(map -> host.tell(new Event.MapStirred(map)));
  }

  private void lose(FakeHost host) {
    host.devices.remove(name());
    host.tell(new Event.PathLost(name()));
  }

  private static void found(FakeHost host, FakeDevice device, String wwid) {
    device.facts = device.facts.change().pageIdentifier(Optional.of(new Wwid(wwid))).build();
    device.identity = device.facts.pageIdentifier();
    host.tell(new Event.PathFound(device.facts));
  }

  /** The array puts another disk behind it; all that tells is a unit attention. */
  private static void swap(FakeDevice device, String wwid) {
    device.identity = Optional.of(new Wwid(wwid));
    device.attention = true;
  }

  private void resize(FakeHost host, FakeDevice device) {
    device.facts = device.facts.change().sectors(choice % 2 == 0 ? 16384 : 32768).build();
    host.tell(new Event.PathFound(device.facts));
  }

  /** The array changes who serves by itself, and the kernel could not read the size. */
  private void standBy(FakeHost host, FakeDevice device) {
    device.state = PathState.GHOST;
    device.facts =
        device
            .facts
            .change()
            .sectors(choice % 2 == 0 ? 0 : device.facts.sectors())
            .targetPortGroup(TargetPortGroupSupport.IMPLICIT, OptionalInt.empty())
            .build();
    host.tell(new Event.PathFound(device.facts));
  }

  private void blacklist(FakeHost host) {
    host.configuration =
        host.configuration.withBlacklisted(
            switch (choice % 3) {
              case 0 -> name();
              case 1 -> "sd";
              default -> FixedConfiguration.DEFAULT.blacklisted();
            });
    host.give(new Command.Reconfigure(false));
  }

  private void access(FakeHost host, FakeDevice device) {
    device.facts = device.facts.change().readOnly(choice % 2 == 0).build();
    host.tell(new Event.PathFound(device.facts));
  }

  private Optional<KernelSide> map(FakeHost host) {
    List<KernelSide> maps = List.copyOf(host.kernel.maps.values());
    return maps.isEmpty() ? Optional.empty() : Optional.of(maps.get(choice % maps.size()));
  }

  private static void remove(FakeHost host, KernelSide map) {
    host.kernel.maps.remove(map.name);
    host.dismissed.add(map.wwid);
    host.tell(new Event.MapStirred(map.name));
  }

  /** Somebody loads a table of their own; the kernel raises no event for that. */
  private static void reload(FakeHost host, KernelSide map) {
    MultipathTable table = map.table;
    host.kernel.load(
        map,
        new MultipathTable(
            table.sectors(),
            List.of(),
            List.of(),
            Math.min(1, table.groups().size()),
            table.groups().stream().limit(1).toList()));
  }

  private void configure(FakeHost host) {
    host.configuration =
        host.configuration
            .with(
                List.of(Failback.MANUAL, Failback.IMMEDIATE, Failback.after(7), Failback.FOLLOWOVER)
                    .get(choice % 4))
            .withPolicy(List.of("failover", "multibus", "group_by_prio").get(choice % 3));
    host.give(new Command.Reconfigure(false));
  }

  private static void rename(FakeHost host, KernelSide map) {
    host.tell(new Event.MapStirred(map.name));
    host.kernel.name(map, "other" + map.number.minor());
    host.tell(new Event.MapStirred(map.name));
  }

  /** Somebody has it removed once nobody uses it. */
  private static void goes(FakeHost host, KernelSide map) {
    map.removalDeferred = true;
    host.dismissed.add(map.wwid);
    if (map.openCount == 0) {
      host.kernel.close(map.name);
    }
  }
}
