package org.polypath.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.polypath.lab.Guest;
import org.polypath.lab.InLab;
import org.polypath.lab.Timing;
import org.polypath.lab.bench.Configuration;
import org.polypath.lab.bench.Daemon;
import org.polypath.lab.bench.DeviceMapper;
import org.polypath.lab.bench.MultipathTools;
import org.polypath.lab.bench.ProcessUse;
import org.polypath.lab.bench.Reference;
import org.polypath.lab.bench.ScsiDebug;
import org.polypath.lab.bench.ScsiPaths;

/**
 * Many maps on the same disks in the same boot, with the reference and with what is tested: how
 * long until all are there, and what it costs to have them checked. A table at the end compares.
 * The long form is {@code -Dlab.luns=64}.
 */
@InLab
class ManyMapsIT {
  private static final MultipathTools REFERENCE = new Reference();

  /** Long enough to be past all that happens once, and to have something to count. */
  private static final int ROUNDS_BEFORE = 4;

  private static final int ROUNDS_COUNTED = 10;

  /** What was seen of one of the tools. */
  private record Figures(
      Duration toMaps,
      Duration toRest,
      long checks,
      Duration taken,
      ProcessUse before,
      ProcessUse after) {
    String processorPer1000Checks() {
      long millis = after.processor().minus(before.processor()).toMillis();
      return "%.2f s".formatted((double) millis / checks);
    }

    String checksPerSecond() {
      return "%.1f".formatted(checks * 1000.0 / taken.toMillis());
    }

    String memory() {
      return "%.1f MB".formatted(after.residentKilobytes() / 1024.0);
    }

    String mostMemory() {
      return "%.1f MB".formatted(after.mostResidentKilobytes() / 1024.0);
    }
  }

  @Test
  @Timeout(value = 50, unit = TimeUnit.MINUTES, threadMode = ThreadMode.SEPARATE_THREAD)
  void comeUpAndAreChecked(Guest guest, MultipathTools tools) {
    ScsiDebug.load(guest, Scale.PATHS_EACH, Scale.UNITS);
    DeviceMapper deviceMapper = DeviceMapper.load(guest);
    Configuration.write(guest, Scale.configuration("path_checker tur", "prio const"));
    Map<String, Figures> figures = new LinkedHashMap<>();
    for (MultipathTools playing : Stream.of(REFERENCE, tools).distinct().toList()) {
      figures.put(playing.name(), play(guest, playing, deviceMapper));
      deviceMapper.removeAll();
      Configuration.forgetBindings(guest);
    }
    print(figures);
    assertThat(figures.values()).allSatisfy(seen -> assertThat(seen.checks()).isPositive());
  }

  private static Figures play(Guest guest, MultipathTools tools, DeviceMapper deviceMapper) {
    Instant start = Instant.now();
    Daemon daemon = Daemon.start(guest, tools);
    deviceMapper.awaitMaps(Scale.UNITS, Scale.LIMIT);
    Duration toMaps = Duration.between(start, Instant.now());
    guest.run("udevadm settle -t %d".formatted(Scale.LIMIT.toSeconds()), Scale.LIMIT);
    Scale.awaitMaps(guest, daemon);
    Duration toRest = Duration.between(start, Instant.now());
    pass(ROUNDS_BEFORE);
    Figures figures = count(guest, daemon, toMaps, toRest);
    daemon.kill();
    return figures;
  }

  /** With one checker and no prioritizer that asks the disk, each command is a check. */
  private static Figures count(Guest guest, Daemon daemon, Duration toMaps, Duration toRest) {
    String pid = daemon.pid();
    long sent = ScsiPaths.commandsSent(guest);
    ProcessUse before = ProcessUse.of(guest, pid);
    Instant start = Instant.now();
    pass(ROUNDS_COUNTED);
    ProcessUse after = ProcessUse.of(guest, pid);
    Duration taken = Duration.between(start, Instant.now());
    long checks = ScsiPaths.commandsSent(guest) - sent;
    return new Figures(toMaps, toRest, checks, taken, before, after);
  }

  private static void pass(int rounds) {
    LockSupport.parkNanos(Scale.pollingInterval().multipliedBy(rounds).toNanos());
  }

  private static void print(Map<String, Figures> figures) {
    System.out.printf(
        "lab:   %-42s", "%d maps of %d paths".formatted(Scale.UNITS, Scale.PATHS_EACH));
    figures.keySet().forEach(tools -> System.out.printf(" %14s", tools));
    System.out.println();
    print(figures, "start → all maps in the kernel", seen -> Timing.seconds(seen.toMaps()));
    print(figures, "start → all paths in use, udev done", seen -> Timing.seconds(seen.toRest()));
    print(
        figures,
        "checks a second, polling interval %d s".formatted(Scale.pollingInterval().toSeconds()),
        Figures::checksPerSecond);
    print(figures, "processor time per 1,000 checks", Figures::processorPer1000Checks);
    print(figures, "resident memory", Figures::memory);
    print(figures, "most resident memory", Figures::mostMemory);
  }

  private static void print(
      Map<String, Figures> figures, String what, Function<Figures, String> figure) {
    System.out.printf("lab:   %-42s", what);
    figures.values().forEach(seen -> System.out.printf(" %14s", figure.apply(seen)));
    System.out.println();
  }
}
