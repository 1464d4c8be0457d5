package org.polypath.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.polypath.api.map.MapOperation;
import org.polypath.api.settings.EventSettings;
import org.polypath.api.settings.Setting;
import org.polypath.core.event.Event;

/** Paths of one disk that come and go one after the other, with and without {@code uid_attrs}. */
class GatheringTest {
  private static final int DISKS = 16;
  private static final int PATHS = 4;
  private static final int PAUSE_MILLIS = 20;

  private final FakeHost host = new FakeHost();

  @Test
  void pathsThatComeTogetherAreLoadedTogether() {
    int apart = loadsOfAStorm(false);
    int merged = loadsOfAStorm(true);
    System.out.printf(
        "%d paths to %d disks, one each %d ms: tables loaded: %d; merged: %d%n",
        DISKS * PATHS, DISKS, PAUSE_MILLIS, apart, merged);
    assertThat(merged).isEqualTo(DISKS);
    assertThat(apart).isGreaterThan(2 * DISKS);
  }

  @Test
  void pathsThatGoTogetherLeaveTogether() {
    merge(host);
    for (int path = 0; path < 4; path++) {
      host.path("sd" + (char) ('a' + path), 16 * path, "3600a", 50);
    }
    host.start();
    for (String path : new String[] {"sda", "sdb", "sdc"}) {
      host.devices.remove(path);
      host.tell(new Event.PathLost(path));
      host.runFor(300);
    }
    host.runFor(1_000);
    assertThat(host.kernel.only().loads).isEqualTo(2);
    assertThat(host.kernel.only().table.devices()).hasSize(1);
  }

  @Test
  void pathsThatNeverCeaseToComeAreNotWaitedForForEver() {
    merge(host);
    host.path("sda", 0, "3600a", 50);
    host.start();
    for (int path = 1; path < 20; path++) {
      FakeDevice device = host.path("sd" + (char) ('a' + path), 16 * path, "3600a", 50);
      host.tell(new Event.PathFound(device.facts));
      host.runFor(400);
    }
    assertThat(host.kernel.only().loads).isBetween(3, 4);
    host.runFor(2_000);
    assertThat(host.kernel.only().table.devices()).hasSize(20);
  }

  private static int loadsOfAStorm(boolean merged) {
    FakeHost host = new FakeHost();
    if (merged) {
      merge(host);
    }
    host.start();
    for (int path = 0; path < PATHS; path++) {
      for (int disk = 0; disk < DISKS; disk++) {
        int number = path * DISKS + disk;
        FakeDevice device = host.path("sd" + number, 16 * number, "3600" + disk, 50);
        host.tell(new Event.PathFound(device.facts));
        host.runFor(PAUSE_MILLIS);
      }
    }
    host.runFor(10_000);
    assertThat(host.kernel.maps).hasSize(DISKS);
    assertThat(host.kernel.maps.values())
        .allSatisfy(map -> assertThat(map.table.devices()).hasSize(PATHS));
    return (int)
        host.kernel.log.stream()
            .filter(
                operation ->
                    operation instanceof MapOperation.Create
                        || operation instanceof MapOperation.Reload)
            .count();
  }

  private static void merge(FakeHost host) {
    EventSettings events = EventSettings.BUILT_IN;
    host.configuration =
        host.configuration.forDaemon(
            daemon ->
                daemon.events(
                    new EventSettings(
                        Setting.builtIn(true),
                        events.retriggerTries(),
                        events.retriggerDelay(),
                        events.creationTimeout(),
                        events.findTimeout())));
  }
}
