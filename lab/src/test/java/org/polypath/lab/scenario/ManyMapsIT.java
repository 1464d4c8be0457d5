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

  /**
   * What was seen of one of the tools.
   *
   * @param toMaps from the start to the last map in the kernel
   * @param toRest from the start to all paths being in use, and udev done
   * @param checks how many checks were counted
   * @param taken how long that took
   * @param processor the processor time of the daemon meanwhile, as the guest counts it
   * @param machine the processor time of the whole guest meanwhile, as this machine counts it
   * @param use what the daemon has used in the end
   */
  private record Figures(
      Duration toMaps,
      Duration toRest,
      long checks,
      Duration taken,
      Duration processor,
      Duration machine,
      ProcessUse use) {
    String per1000Checks(Duration time) {
      return "%.2f s".formatted((double) time.toMillis() / checks);
    }

    String checksPerSecond() {
      return "%.1f".formatted(checks * 1000.0 / taken.toMillis());
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
    Duration machine = guest.processorTime();
    Instant start = Instant.now();
    pass(ROUNDS_COUNTED);
    machine = guest.processorTime().minus(machine);
    ProcessUse use = ProcessUse.of(guest, pid);
    Duration taken = Duration.between(start, Instant.now());
    long checks = ScsiPaths.commandsSent(guest) - sent;
    return new Figures(
        toMaps, toRest, checks, taken, use.processor().minus(before.processor()), machine, use);
  }

  private static void pass(int rounds) {
    LockSupport.parkNanos(Scale.pollingInterval().multipliedBy(rounds).toNanos());
  }

  private static void print(Map<String, Figures> figures) {
    System.out.printf(
        "lab:   %-44s", "%d maps of %d paths".formatted(Scale.UNITS, Scale.PATHS_EACH));
    figures.keySet().forEach(tools -> System.out.printf(" %14s", tools));
    System.out.println();
    print(figures, "start → all maps in the kernel", seen -> Timing.seconds(seen.toMaps()));
    print(figures, "start → all paths in use, udev done", seen -> Timing.seconds(seen.toRest()));
    print(
        figures,
        "checks a second, polling interval %d s".formatted(Scale.pollingInterval().toSeconds()),
        Figures::checksPerSecond);
    print(
        figures,
        "processor time of 1,000 checks, the guest's",
        seen -> seen.per1000Checks(seen.processor()));
    print(
        figures,
        "the same, this machine's for the guest",
        seen -> seen.per1000Checks(seen.machine()));
    print(figures, "resident memory", seen -> megabytes(seen.use().residentKilobytes()));
    print(figures, "most resident memory", seen -> megabytes(seen.use().mostResidentKilobytes()));
  }

  private static String megabytes(long kilobytes) {
    return "%.1f MB".formatted(kilobytes / 1024.0);
  }

  private static void print(
      Map<String, Figures> figures, String what, Function<Figures, String> figure) {
    System.out.printf("lab:   %-44s", what);
    figures.values().forEach(seen -> System.out.printf(" %14s", figure.apply(seen)));
    System.out.println();
  }
}
