package org.polypath.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.polypath.api.map.MapOperation;
import org.polypath.api.path.DeviceNumber;
import org.polypath.api.path.PathState;
import org.polypath.core.event.Event;

/** One path in twenty of 256 never answers: the others do not notice. */
class HungPathsTest {
  private static final int PATHS = 256;
  private static final long INTERVAL = 20_000;

  @Test
  void theOthersKeepTheirMoments() {
    FakeHost host = new FakeHost();
    for (int i = 0; i < PATHS; i++) {
      host.path("sd" + i, i, "3600" + i / 4, 50);
    }
    host.start().runFor(100_000);
    for (int i = 0; i < PATHS; i += 20) {
      host.devices.get("sd" + i).silent = true;
    }
    long from = host.now;
    host.runFor(10 * INTERVAL);
    for (int i = 0; i < PATHS; i++) {
      List<Long> times = host.checkTimes("sd" + i, from);
      if (i % 20 != 0) {
        assertThat(times).as("checks of sd%d", i).hasSizeBetween(9, 11);
        assertThat(gaps(times)).as("gaps of sd%d", i).containsOnly(INTERVAL);
      }
    }
    assertThat(host.topology().path("sd0").orElseThrow().state()).isEqualTo(PathState.DOWN);
    assertThat(host.topology().path("sd1").orElseThrow().state()).isEqualTo(PathState.UP);
  }

  @Test
  void aCheckUnderWayIsShownWithItsAge() {
    FakeHost host = new FakeHost();
    host.path("sda", 0, "3600a", 50);
    host.start();
    host.devices.get("sda").silent = true;
    while (host.topology().path("sda").orElseThrow().checkAge().isEmpty()) {
      host.runFor(1_000);
    }
    host.runFor(12_000);
    assertThat(host.topology().path("sda").orElseThrow().checkAge().getAsInt()).isGreaterThan(5);
  }

  private static List<Long> gaps(List<Long> times) {
    return IntStream.range(1, times.size()).mapToObj(i -> times.get(i) - times.get(i - 1)).toList();
  }

  @Test
  void aTableThatWaitsForOneOfThemKeepsNoOtherFromItsMap() {
    FakeHost host = new FakeHost();
    DeviceNumber sda = host.path("sda", 0, "3600a", 50).facts.number();
    host.path("sdb", 16, "3600a", 50);
    host.start();
    host.loadsHang = true;
    host.tell(new Event.PathFound(host.path("sdc", 32, "3600a", 50).facts));
    host.runFor(20_000);
    assertThat(host.topology().map("mpatha").orElseThrow().action()).isEqualTo("reload");
    host.kernel.ioFails(sda);
    host.tell(new Event.MapStirred("mpatha"));
    host.runFor(20_000);
    assertThat(host.kernel.log)
        .contains(new MapOperation.Message("mpatha", "reinstate_path " + sda));
    assertThat(host.kernel.only().failed).isEmpty();
  }
}
