package org.polypath.lab.selector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.polypath.api.selector.PathSelector;
import org.polypath.lab.Guest;
import org.polypath.lab.InLab;
import org.polypath.lab.OnlyPolypath;
import org.polypath.lab.bench.Configuration;
import org.polypath.lab.bench.Daemon;
import org.polypath.lab.bench.DeviceMapper;
import org.polypath.lab.bench.MultipathTools;
import org.polypath.lab.bench.ScsiDebug;
import org.polypath.selector.queuelength.QueueLengthSelector;
import org.polypath.selector.roundrobin.RoundRobinSelector;
import org.polypath.selector.servicetime.ServiceTimeSelector;

/** Selectors of the kernel, and the same ones in Java. */
@InLab
@OnlyPolypath
class PathSelectorsIT {
  private static final int LANES = 8;
  private static final int RECKONED = 10_000;
  private static final Duration READING = Duration.ofSeconds(5);
  private static final List<Duration> DELAYS =
      List.of(Duration.ofMillis(50), Duration.ofMillis(200));

  /** The guest's programs run one at a time, and so do their reads when they are many. */
  private static final double TOLERANCE = 0.15;

  private static final List<List<String>> PLAIN = List.of(List.of("1"), List.of("1"));

  /** The slow path is said to be five times as fast as the other. */
  private static final List<List<String>> WEIGHTED =
      List.of(List.of("1", "10"), List.of("1", "50"));

  @Test
  void ioIsSpreadOverUnequalPathsAsTheKernelSpreadsIt(Guest guest) {
    UnequalPaths kernel = UnequalPaths.create(guest, LANES, DELAYS);
    ClosedLoop ours = new ClosedLoop(LANES, kernel.measuredDelays(READING));
    SoftAssertions soft = new SoftAssertions();
    compare(soft, kernel, ours, new RoundRobinSelector(), PLAIN);
    compare(soft, kernel, ours, new QueueLengthSelector(), PLAIN);
    compare(soft, kernel, ours, new ServiceTimeSelector(), PLAIN);
    compare(soft, kernel, ours, new ServiceTimeSelector(), WEIGHTED);
    soft.assertAll();
  }

  private static void compare(
      SoftAssertions soft,
      UnequalPaths kernel,
      ClosedLoop loop,
      PathSelector selector,
      List<List<String>> arguments) {
    double theirs = kernel.shareOfFirst(selector.kernelName(), arguments, READING);
    double ours = loop.shareOfFirst(selector.algorithm(List.of()), arguments, RECKONED);
    System.out.printf(
        "lab:   %s %s: share of the path of %d ms beside one of %d ms: kernel %.2f, ours %.2f%n",
        selector.kernelName(),
        arguments,
        loop.delays().get(0).toMillis(),
        loop.delays().get(1).toMillis(),
        theirs,
        ours);
    soft.assertThat(ours)
        .as("%s %s", selector.kernelName(), arguments)
        .isCloseTo(theirs, within(TOLERANCE));
  }

  @Test
  void aSelectorThatTheKernelLacksIsSubstituted(Guest guest, MultipathTools tools) {
    ScsiDebug.load(guest, 2, 1);
    DeviceMapper deviceMapper = DeviceMapper.load(guest);
    guest.run("modprobe -r dm-queue-length");
    Configuration.write(guest, configuration("path_selector \"historical-service-time 0\""));
    Daemon daemon = Daemon.start(guest, tools);
    daemon.await("the map is there", "mpatha", map -> true);

    assertThat(deviceMapper.tables()).contains(" service-time 0 1 2 ");
    assertThat(daemon.log())
        .contains("the kernel has no module dm-historical-service-time")
        .contains("\"service-time\" is used instead");

    Configuration.write(guest, configuration("path_selector \"queue-length 0\""));
    daemon.ask("reconfigure");
    guest.await(
        "a selector whose module was not loaded is used",
        Guest.STEP_LIMIT,
        deviceMapper::tables,
        tables -> tables.contains(" queue-length 0 1 1 "));
    assertThat(deviceMapper.names()).containsExactly("mpatha");
  }

  private static String configuration(String line) {
    return """
    defaults {
      find_multipaths no
      user_friendly_names yes
      polling_interval 2
      %s
    }
    """
        .formatted(line);
  }
}
