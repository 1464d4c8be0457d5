package org.polypath.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.polypath.api.map.MultipathTable;
import org.polypath.api.path.DeviceNumber;
import org.polypath.api.path.PathState;
import org.polypath.api.platform.Command;
import org.polypath.api.settings.Failback;
import org.polypath.api.settings.NoPathRetry;
import org.polypath.api.topology.PathSnapshot;
import org.polypath.core.FakeKernel.KernelSide;
import org.polypath.core.event.Event;

/**
 * Whatever happens in whatever order, once things are quiet core and kernel agree and nothing moves
 * any more. Histories are random; a failure names its seed, and {@code -Dhistory.seed=N} runs that
 * one alone.
 */
class RandomHistoryTest {
  private static final int HISTORIES = Integer.getInteger("history.count", 500);
  private static final long QUIET_MILLIS = 90_000;

  @Test
  void coreAndKernelAgreeWhenThingsAreQuiet() {
    Long only = Long.getLong("history.seed");
    long first = only == null ? 20261122L : only;
    int count = only == null ? HISTORIES : 1;
    for (long seed = first; seed < first + count; seed++) {
      List<String> story = new ArrayList<>();
      try {
        live(new Random(seed), story);
      } catch (RuntimeException | AssertionError e) {
        throw new AssertionError("history.seed " + seed + ": " + story, e);
      }
    }
  }

  private static void live(Random random, List<String> story) {
    FakeHost host = new FakeHost();
    host.configuration =
        host.configuration.with(failback(random)).with(retry(random)).withPolicy(policy(random));
    int paths = 2 + random.nextInt(5);
    for (int i = 0; i < paths; i++) {
      host.path(name(i), 16 * i, "3600" + (i % 2), random.nextBoolean() ? 50 : 10);
    }
    story.add(
        host.configuration.forMaps().failback() + " " + host.configuration.forMaps().noPathRetry());
    host.start();
    int steps = 5 + random.nextInt(25);
    for (int i = 0; i < steps; i++) {
      happen(host, random, story);
      host.runFor(random.nextInt(random.nextBoolean() ? 50 : 8_000));
    }
    host.devices.values().forEach(device -> device.silent = false);
    host.runFor(QUIET_MILLIS);
    agree(host);
    nothingMoves(host);
  }

  private static void happen(FakeHost host, Random random, List<String> story) {
    int number = random.nextInt(6);
    String name = name(number);
    FakeHost.Device device = host.devices.get(name);
    int what = random.nextInt(13);
    story.add(host.now + ":" + what + ":" + name);
    if (device == null) {
      FakeHost.Device found = host.path(name, 16 * number, "3600" + random.nextInt(3), 50);
      host.tell(new Event.PathFound(found.facts));
      return;
    }
    switch (what) {
      case 0, 1 -> device.state = PathState.DOWN;
      case 2, 3 -> device.state = PathState.UP;
      case 4 -> device.state = random.nextBoolean() ? PathState.GHOST : PathState.PENDING;
      case 5 -> device.priority = random.nextBoolean() ? 50 : 10;
      case 6 -> kernelFails(host, device);
      case 7 -> lose(host, name);
      case 8 -> device.silent = random.nextBoolean();
      case 9 -> changeWwid(host, device, random);
      case 10 -> removedByAnother(host, random);
      case 11 -> reconfigured(host, random);
      default -> commanded(host, name, random);
    }
  }

  private static void kernelFails(FakeHost host, FakeHost.Device device) {
    host.kernel.ioFails(device.facts.number());
    host.kernel.maps.keySet().forEach(map -> host.tell(new Event.MapStirred(map)));
  }

  private static void lose(FakeHost host, String name) {
    host.devices.remove(name);
    host.tell(new Event.PathLost(name));
  }

  private static void changeWwid(FakeHost host, FakeHost.Device device, Random random) {
    device.facts =
        FakeHost.facts(
            device.facts.name(), device.facts.number().minor(), "3600" + random.nextInt(3));
    device.identity = device.facts.pageIdentifier();
    host.tell(new Event.PathFound(device.facts));
  }

  private static void removedByAnother(FakeHost host, Random random) {
    List<String> names = List.copyOf(host.kernel.maps.keySet());
    if (!names.isEmpty()) {
      String name = names.get(random.nextInt(names.size()));
      host.kernel.maps.remove(name);
      host.tell(new Event.MapStirred(name));
    }
  }

  private static void reconfigured(FakeHost host, Random random) {
    host.configuration = host.configuration.with(failback(random)).withPolicy(policy(random));
    host.give(new Command.Reconfigure(random.nextInt(4) == 0));
  }

  private static void commanded(FakeHost host, String name, Random random) {
    switch (random.nextInt(3)) {
      case 0 -> host.give(new Command.FailPath(name));
      case 1 -> host.give(new Command.ReinstatePath(name));
      default -> host.give(new Command.RemoveMaps());
    }
  }

  private static void agree(FakeHost host) {
    assertThat(host.topology().busy()).as("busy").isFalse();
    Map<DeviceNumber, String> mapOf = new HashMap<>();
    for (KernelSide map : host.kernel.maps.values()) {
      for (DeviceNumber device : devices(map.table)) {
        assertThat(mapOf.put(device, map.name))
            .as("map of %s besides %s", device, map.name)
            .isNull();
      }
    }
    for (PathSnapshot path : host.topology().paths()) {
      agree(host, path);
    }
    for (KernelSide map : host.kernel.maps.values()) {
      Set<String> leads = new HashSet<>();
      for (DeviceNumber device : devices(map.table)) {
        host.devices.values().stream()
            .filter(d -> d.facts.number().equals(device))
            .forEach(d -> leads.add(d.facts.pageIdentifier().orElseThrow().text()));
      }
      assertThat(leads).as("disks behind %s", map.name).isSubsetOf(Set.of(map.wwid.text()));
    }
  }

  private static void agree(FakeHost host, PathSnapshot path) {
    DeviceNumber device = path.facts().number();
    PathState actual = host.devices.get(path.facts().name()).state;
    if (actual != PathState.PENDING) {
      assertThat(path.state()).as("state of %s", path.facts().name()).isEqualTo(actual);
    }
    for (KernelSide map : host.kernel.maps.values()) {
      if (devices(map.table).contains(device) && actual != PathState.PENDING) {
        assertThat(map.failed.contains(device))
            .as("%s failed in the kernel, state %s", path.facts().name(), actual)
            .isEqualTo(!actual.isUsable());
      }
      if (map.wwid.equals(path.wwid().orElseThrow()) && actual.isUsable()) {
        assertThat(devices(map.table)).as("usable path in its map").contains(device);
      }
    }
  }

  private static void nothingMoves(FakeHost host) {
    int operations = host.kernel.log.size();
    host.runFor(QUIET_MILLIS);
    assertThat(host.kernel.log.subList(operations, host.kernel.log.size()))
        .as("still moving")
        .isEmpty();
    assertThat(host.topology().busy()).isFalse();
  }

  private static List<DeviceNumber> devices(MultipathTable table) {
    return table.groups().stream().flatMap(g -> g.paths().stream()).map(p -> p.device()).toList();
  }

  private static String name(int number) {
    return "sd" + (char) ('a' + number);
  }

  private static Failback failback(Random random) {
    return List.of(Failback.MANUAL, Failback.IMMEDIATE, Failback.after(7), Failback.FOLLOWOVER)
        .get(random.nextInt(4));
  }

  private static NoPathRetry retry(Random random) {
    return List.of(
            NoPathRetry.FAIL, NoPathRetry.QUEUE, NoPathRetry.retries(2), NoPathRetry.UNDEFINED)
        .get(random.nextInt(4));
  }

  private static String policy(Random random) {
    return List.of("failover", "multibus", "group_by_prio").get(random.nextInt(3));
  }
}
