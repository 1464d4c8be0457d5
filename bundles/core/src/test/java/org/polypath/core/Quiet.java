package org.polypath.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.polypath.api.map.MapOperation;
import org.polypath.api.map.MultipathTable;
import org.polypath.api.path.DeviceNumber;
import org.polypath.api.path.PathState;
import org.polypath.api.path.TargetPortGroupSupport;
import org.polypath.api.path.Wwid;
import org.polypath.api.platform.Command;
import org.polypath.api.settings.Failback;
import org.polypath.api.settings.NoPathRetry;
import org.polypath.api.topology.GroupSnapshot;
import org.polypath.api.topology.MapSnapshot;
import org.polypath.api.topology.PathSnapshot;
import org.polypath.api.topology.PathSnapshot.KernelPathState;
import org.polypath.api.topology.Topology;
import org.polypath.core.FakeKernel.KernelSide;

/** What has to be true of a host once nothing happens any more. */
final class Quiet {
  /** Who put a map right after another program does so again only after a while. */
  private static final long SETTLING_MILLIS = 700_000;

  private static final long LONG_MILLIS = 90_000;

  private static final long MOMENT_MILLIS = 1_000;

  /** After the last happening a table is loaded a few times for each disk, and no more. */
  private static final int MOST_LOADS = 12;

  private final FakeHost host;
  private final Topology topology;

  private Quiet(FakeHost host) {
    this.host = host;
    this.topology = host.topology();
  }

  /** Lets things become quiet, and looks. */
  static void check(FakeHost host) {
    String blacklisted = FixedConfiguration.DEFAULT.blacklisted();
    if (!host.configuration.blacklisted().equals(blacklisted)) {
      host.configuration = host.configuration.withBlacklisted(blacklisted);
      host.give(new Command.Reconfigure(false));
    }
    host.faulty = "";
    host.unreadable = false;
    host.identifyMillis = 2;
    host.readMillis = 1;
    host.unrankable = "";
    host.withoutPolicies = false;
    host.kernel.refuseOnce.clear();
    host.kernel.refusals.clear();
    // a command to suspend a map may still be on its way
    host.runFor(MOMENT_MILLIS);
    host.kernel.maps.values().forEach(map -> map.suspended = false);
    host.devices.values().forEach(device -> device.silent = false);
    int operations = host.kernel.log.size();
    host.runFor(SETTLING_MILLIS);
    new Quiet(host).check(host.kernel.log.subList(operations, host.kernel.log.size()));
    nothingMoves(host);
  }

  private void check(List<MapOperation> settling) {
    assertThat(settling)
        .filteredOn(MapOperation.Reload.class::isInstance)
        .as("tables loaded until things are quiet")
        .hasSizeLessThan(MOST_LOADS);
    assertThat(topology.busy()).as("busy").isFalse();
    assertThat(host.unanswered).as("commands without an answer").isEmpty();
    noPathIsInTwoMaps();
    topology.paths().forEach(this::agree);
    topology.paths().forEach(this::hasMapOrReason);
    if (host.keepsRecord) {
      topology.paths().forEach(this::isChecked);
    }
    host.kernel.maps.values().forEach(this::leadsToOneDisk);
    topology.maps().forEach(this::isAccountedFor);
  }

  private void noPathIsInTwoMaps() {
    Map<DeviceNumber, String> mapOf = new HashMap<>();
    for (KernelSide map : host.kernel.maps.values()) {
      for (DeviceNumber device : devices(map.table)) {
        assertThat(mapOf.put(device, map.name))
            .as("map of %s besides %s", device, map.name)
            .isNull();
      }
    }
  }

  /** Where there is a usable path there is a map, or a reason why not. */
  private void hasMapOrReason(PathSnapshot path) {
    boolean inKernel =
        host.kernel.maps.values().stream()
            .anyMatch(map -> map.wwid.equals(path.wwid().orElseThrow()));
    boolean hasSize =
        topology.paths().stream()
            .filter(other -> other.wwid().equals(path.wwid()))
            .anyMatch(other -> other.facts().sectors() > 0);
    if (!inKernel && hasSize && path.state().isUsable()) {
      assertThat(host.dismissed)
          .as("%s has no map", path.facts().name())
          .contains(path.wwid().get());
    }
  }

  private void agree(PathSnapshot path) {
    DeviceNumber device = path.facts().number();
    PathState actual = host.devices.get(path.facts().name()).state;
    if (actual == PathState.PENDING) {
      return;
    }
    PathState expected = actual == PathState.DISCONNECTED ? PathState.DOWN : actual;
    assertThat(path.state()).as("state of %s", path.facts().name()).isEqualTo(expected);
    for (KernelSide map : host.kernel.maps.values()) {
      if (devices(map.table).contains(device)) {
        assertThat(map.failed.contains(device))
            .as("%s failed in the kernel, state %s", path.facts().name(), actual)
            .isIn(!actual.isUsable(), isLeftFailed(path));
      }
      long sectors = path.facts().sectors();
      boolean fits = sectors == 0 || sectors == map.table.sectors();
      boolean takes = map.readOnly || !path.facts().readOnly();
      if (map.wwid.equals(path.wwid().orElseThrow()) && actual.isUsable() && fits && takes) {
        assertThat(devices(map.table)).as("usable path in its map").contains(device);
      }
    }
  }

  /** A controller that the array alone can have serve gets no I/O while no other serves. */
  private boolean isLeftFailed(PathSnapshot path) {
    return path.state() == PathState.GHOST
        && path.facts().targetPortGroupSupport() == TargetPortGroupSupport.IMPLICIT
        && path.kernelState() == KernelPathState.FAILED
        && topology.paths().stream()
            .filter(other -> other.wwid().equals(path.wwid()))
            .noneMatch(other -> other.state() == PathState.UP);
  }

  /**
   * The kernel uses no path that leads to another disk than the map is of; who was let go by
   * command is not looked at.
   */
  private void leadsToOneDisk(KernelSide map) {
    Set<Wwid> leads = new HashSet<>();
    for (DeviceNumber device : devices(map.table)) {
      host.devices.values().stream()
          .filter(path -> path.facts.number().equals(device) && !map.failed.contains(device))
          .filter(path -> isKnown(path.facts.name()))
          .forEach(path -> leads.add(path.identity.orElseThrow()));
    }
    assertThat(leads).as("disks behind %s", map.name).isSubsetOf(Set.of(map.wwid));
  }

  private boolean isKnown(String path) {
    return Stream.concat(topology.paths().stream(), topology.ignored().stream())
        .anyMatch(known -> known.facts().name().equals(path));
  }

  private void isChecked(PathSnapshot path) {
    assertThat(host.checkTimes(path.facts().name(), host.now - LONG_MILLIS))
        .as("checks of %s", path.facts().name())
        .isNotEmpty();
  }

  /** With immediate failback I/O goes to the best group there is. */
  private void usesItsBestGroup(MapSnapshot map, KernelSide kernel) {
    List<GroupSnapshot> usable = map.groups().stream().filter(this::isUsable).toList();
    if (usable.isEmpty() || failback(map) != Failback.Mode.IMMEDIATE) {
      return;
    }
    boolean onlyMarginal = usable.stream().allMatch(GroupSnapshot::marginal);
    int best =
        usable.stream()
            .filter(group -> group.marginal() == onlyMarginal)
            .mapToInt(GroupSnapshot::priority)
            .max()
            .orElseThrow();
    assertThat(map.groups().get(kernel.group - 1).priority())
        .as("priority of the group in use of %s: %s", map.name(), map.groups())
        .isEqualTo(best);
  }

  private static Failback.Mode failback(MapSnapshot map) {
    return map.settings().orElseThrow().failback().value().mode();
  }

  private boolean isUsable(GroupSnapshot group) {
    return paths(group).anyMatch(path -> path.state().isUsable());
  }

  private boolean carriesIo(GroupSnapshot group) {
    return paths(group).anyMatch(path -> path.state().isUsable() && !isLeftFailed(path));
  }

  private Stream<PathSnapshot> paths(GroupSnapshot group) {
    return group.paths().stream().map(path -> topology.path(path).orElseThrow());
  }

  private void isAccountedFor(MapSnapshot map) {
    assertThat(map.reasons()).as("reasons of %s", map.name()).isNotEmpty();
    KernelSide kernel = host.kernel.maps.get(map.name());
    assertThat(kernel).as("%s in the kernel", map.name()).isNotNull();
    assertThat(kernel.wwid).as("WWID of %s", map.name()).isEqualTo(map.wwid());
    usesItsBestGroup(map, kernel);

    boolean waits = kernel.table.queuesWithoutPath();
    NoPathRetry retry = map.settings().orElseThrow().noPathRetry().value();
    if (map.queueingDisabled() || map.groups().stream().allMatch(g -> g.paths().isEmpty())) {
      assertThat(waits && map.queueingDisabled()).as("%s waits for a path", map.name()).isFalse();
      return;
    }
    assertThat(map.name()).as("name of %s", map.wwid()).isEqualTo(host.bindings.get(map.wwid()));
    boolean usable = map.groups().stream().anyMatch(this::carriesIo);
    switch (retry.mode()) {
      case QUEUE -> assertThat(waits).as("%s waits for a path", map.name()).isTrue();
      case FAIL -> assertThat(waits).as("%s waits for a path", map.name()).isFalse();
      case RETRY -> {
        boolean checked = topology.paths().stream().noneMatch(p -> p.state() == PathState.PENDING);
        if (usable || (checked && kernelHasNone(kernel))) {
          assertThat(waits).as("%s waits, usable: %s", map.name(), usable).isEqualTo(usable);
        }
      }
      case UNDEFINED -> {}
    }
  }

  private static boolean kernelHasNone(KernelSide kernel) {
    return kernel.failed.containsAll(devices(kernel.table));
  }

  private static void nothingMoves(FakeHost host) {
    int operations = host.kernel.log.size();
    host.runFor(LONG_MILLIS);
    assertThat(host.kernel.log.subList(operations, host.kernel.log.size()))
        .as("still moving")
        .isEmpty();
    assertThat(host.topology().busy()).isFalse();
  }

  private static List<DeviceNumber> devices(MultipathTable table) {
    return table.groups().stream().flatMap(g -> g.paths().stream()).map(p -> p.device()).toList();
  }
}
