package org.polypath.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.polypath.lab.Guest;
import org.polypath.lab.InLab;
import org.polypath.lab.OnlyPolypath;
import org.polypath.lab.Timing;
import org.polypath.lab.bench.Configuration;
import org.polypath.lab.bench.Daemon;
import org.polypath.lab.bench.DeviceMapper;
import org.polypath.lab.bench.DirectIo;
import org.polypath.lab.bench.MapLines;
import org.polypath.lab.bench.Polypath;
import org.polypath.lab.bench.ScsiDebug;
import org.polypath.lab.plugin.CheckTimes;
import org.polypath.lab.plugin.TimedBundle;

/**
 * The checker and the prioritizer of many maps are updated again and again while all of them carry
 * I/O that reads back what it writes: nobody notices. The long form is {@code -Dlab.luns=64
 * -Dlab.updates=50}.
 */
@InLab
@OnlyPolypath
class UpdatesUnderLoadIT {
  private static final int ROUNDS = 5;

  @Test
  @Timeout(value = 50, unit = TimeUnit.MINUTES, threadMode = ThreadMode.SEPARATE_THREAD)
  void nobodyNotices(Guest guest, Polypath tools) {
    String folder = tools.deployDirectory().toString();
    String jar = folder + "/timed.jar";
    guest.afterwards("rm -f %s/*.jar".formatted(folder));
    guest.run("chown -R root:root %s".formatted(folder));
    ScsiDebug.load(guest, Scale.PATHS_EACH, Scale.UNITS);
    DeviceMapper deviceMapper = DeviceMapper.load(guest);
    Configuration.write(
        guest,
        Scale.configuration(
            "path_checker " + TimedBundle.CHECKER, "prio " + TimedBundle.PRIORITIZER));
    guest.push(new TimedBundle("1.0", "start").bytes(), jar);
    Daemon daemon = Daemon.start(guest, tools);
    Scale.awaitMaps(guest, daemon);
    DirectIo io =
        DirectIo.onMaps(guest, daemon.maps().stream().map(MapLines::name).sorted().toList());

    update(guest, daemon, jar, "1.1", "quiet");
    pass(ROUNDS);
    Duration quiet = longestGap(Calm.checkTimes(daemon, "quiet"));
    Calm before = Calm.of(deviceMapper, daemon);
    int logged = daemon.log().length();
    for (int update = 1; update <= Scale.UPDATES; update++) {
      update(guest, daemon, jar, "2." + update, "updates");
    }
    pass(2);
    List<CheckTimes> times = Calm.checkTimes(daemon, "updates");

    assertThat(Calm.of(deviceMapper, daemon)).isEqualTo(before);
    assertThat(times)
        .hasSize(Scale.paths())
        .allSatisfy(path -> assertThat(path.checks()).isGreaterThan(Scale.UPDATES));
    assertThat(daemon.log().substring(logged))
        .doesNotContain("state kept", "priority kept", "rolled back");
    DirectIo.Result result = io.stop();
    assertThat(result.error()).as("I/O error").isZero();
    System.out.printf(
        "lab:   %d updates of checker and prioritizer of %d paths, %d requests of I/O carried out%n",
        Scale.UPDATES, Scale.paths(), result.operations());
    Timing.print("longest gap between two checks of a path", longestGap(times), interval());
    Timing.print("the same before the updates", quiet, interval());
    Timing.print("longest request of I/O", result.longestPause(), interval());
  }

  /** A jar is pushed, answers in the shadow of the one before, and takes its place. */
  private static void update(Guest guest, Daemon daemon, String jar, String version, String phase) {
    guest.push(new TimedBundle(version, phase).bytes(), jar);
    String inPlace = "version: %s.0 instead of".formatted(version);
    guest.await("the log says: " + inPlace, Scale.LIMIT, daemon::log, log -> log.contains(inPlace));
  }

  private static Duration longestGap(List<CheckTimes> times) {
    return Duration.ofMillis(times.stream().mapToLong(CheckTimes::longest).max().orElseThrow());
  }

  private static Duration interval() {
    return Scale.pollingInterval();
  }

  private static void pass(int rounds) {
    LockSupport.parkNanos(interval().multipliedBy(rounds).toNanos());
  }
}
