package org.polypath.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.polypath.api.path.PathState;
import org.polypath.core.event.Event;

/**
 * A day in the life of a host with many paths and a fault every second, in simulated time. By
 * default a quarter of an hour with 512 paths; {@code -Dtest.jvm="-Dday.seconds=86400
 * -Dday.paths=4096"} is the whole.
 */
class LongDayTest {
  private static final int SECONDS = Integer.getInteger("day.seconds", 900);
  private static final int PATHS = Integer.getInteger("day.paths", 512);
  private static final int PATHS_OF_A_DISK = 4;
  private static final long LONGEST_INTERVAL = 20_000;

  private final FakeHost host = new FakeHost();
  private final Random random = new Random(20261122);
  private final List<String> names = new ArrayList<>();

  @Test
  void nothingDriftsAndNothingGrows() {
    long began = System.nanoTime();
    host.keepsRecord = false;
    for (int i = 0; i < PATHS; i++) {
      names.add("sd" + i);
      host.path("sd" + i, i, "3600" + i / PATHS_OF_A_DISK, i % 2 == 0 ? 50 : 10);
    }
    host.start();
    long heapEarly = 0;
    for (int second = 0; second < SECONDS; second++) {
      fault(second);
      host.runFor(1_000);
      host.kernel.log.clear();
      if (second == SECONDS / 8) {
        heapEarly = heap();
      }
    }
    long heapLate = heap();
    repairAll();
    assertThat(host.topology().maps()).hasSize(PATHS / PATHS_OF_A_DISK);
    Quiet.check(host);
    System.out.printf(
        "long day: %d s, %d paths, lived in %d s; heap after an eighth %.1f MB, at the end %.1f MB%n",
        SECONDS,
        PATHS,
        (System.nanoTime() - began) / 1_000_000_000L,
        heapEarly / 1e6,
        heapLate / 1e6);
    assertThat(heapLate).as("heap").isLessThan(heapEarly * 3 / 2 + 20_000_000);
    everybodyIsCheckedAtHisMoments();
  }

  /** After the day a well path is still checked every 20 s, to the millisecond. */
  private void everybodyIsCheckedAtHisMoments() {
    host.keepsRecord = true;
    long from = host.now;
    host.runFor(3 * LONGEST_INTERVAL);
    for (String name : List.of(names.get(0), names.get(PATHS / 2), names.get(PATHS - 1))) {
      List<Long> times = host.checkTimes(name, from);
      assertThat(times).hasSize(3);
      assertThat(times.get(2) - times.get(0)).isEqualTo(2 * LONGEST_INTERVAL);
    }
  }

  private void fault(int second) {
    String name = names.get(random.nextInt(names.size()));
    FakeDevice device = host.devices.get(name);
    if (device == null) {
      int number = Integer.parseInt(name.substring(2));
      FakeDevice found = host.path(name, number, "3600" + number / PATHS_OF_A_DISK, 50);
      host.tell(new Event.PathFound(found.facts));
      return;
    }
    switch (second % 6) {
      case 0, 1 -> device.state = PathState.DOWN;
      case 2, 3 -> repairAll();
      case 4 -> device.priority = 60 - device.priority;
      default -> {
        host.devices.remove(name);
        host.tell(new Event.PathLost(name));
      }
    }
  }

  private void repairAll() {
    host.devices.values().forEach(device -> device.state = PathState.UP);
    for (String name : names) {
      int number = Integer.parseInt(name.substring(2));
      if (!host.devices.containsKey(name)) {
        FakeDevice found = host.path(name, number, "3600" + number / PATHS_OF_A_DISK, 50);
        host.tell(new Event.PathFound(found.facts));
      }
    }
  }

  private static long heap() {
    Runtime runtime = Runtime.getRuntime();
    System.gc();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
