package org.polypath.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.polypath.lab.Guest;
import org.polypath.lab.InLab;
import org.polypath.lab.bench.CheckSampling;
import org.polypath.lab.bench.Configuration;
import org.polypath.lab.bench.Daemon;
import org.polypath.lab.bench.DeviceMapper;
import org.polypath.lab.bench.MultipathTools;
import org.polypath.lab.bench.ScsiDebug;
import org.polypath.lab.bench.ScsiPath;
import org.polypath.lab.bench.ScsiPaths;

/** One path in twenty hangs, because its host adapter does: the others do not notice. */
@InLab
class ManyPathsIT {
  private static final int PATHS = 20;
  private static final Duration LIMIT = Duration.ofMinutes(3);

  /** Long enough for every path to be checked some times. */
  private static final Duration OBSERVED = Settings.POLLING_INTERVAL.multipliedBy(6);

  @Test
  void theOthersAreCheckedAsBeforeAndWhoeverAsksIsAnswered(Guest guest, MultipathTools tools) {
    ScsiDebug.load(guest, PATHS, 1);
    DeviceMapper.load(guest);
    String interval = "max_polling_interval " + Settings.POLLING_INTERVAL.toSeconds();
    Configuration.write(guest, Settings.defaultsWith("path_checker tur", interval));
    Daemon daemon = Daemon.start(guest, tools);
    guest.await(
        "all paths are ready",
        LIMIT,
        daemon::maps,
        maps ->
            maps.stream()
                    .flatMap(map -> map.paths().stream())
                    .filter(path -> path.state().equals("active ready running"))
                    .count()
                == PATHS);
    Map<Boolean, List<String>> paths = pathsByHanging(guest);
    report("all well", CheckSampling.take(guest, OBSERVED), paths.get(false));

    ScsiPaths.hold(guest, paths.get(true).get(0));
    CheckSampling sampling = CheckSampling.take(guest, OBSERVED);

    report("1 of %d hangs".formatted(PATHS), sampling, paths.get(false));
    assertThat(paths.get(true)).allMatch(path -> sampling.commands(path) == 0);
    assertThat(paths.get(false)).allMatch(path -> sampling.commands(path) > 1);
    ScsiPaths.letGo(guest, paths.get(true).get(0));
    guest.await(
        "the paths that hung are checked again",
        LIMIT,
        () -> CheckSampling.take(guest, Settings.POLLING_INTERVAL),
        later -> paths.get(true).stream().allMatch(path -> later.commands(path) > 0));
  }

  /** All paths: those over the first host adapter, which is to hang, and the others. */
  private static Map<Boolean, List<String>> pathsByHanging(Guest guest) {
    List<ScsiPath> all = ScsiPaths.all(guest);
    int first = all.get(0).host();
    return all.stream()
        .collect(
            Collectors.partitioningBy(
                path -> path.host() == first,
                Collectors.mapping(ScsiPath::name, Collectors.toList())));
  }

  private static void report(String when, CheckSampling sampling, List<String> paths) {
    Duration pause =
        paths.stream().map(sampling::longestPause).max(Comparator.naturalOrder()).orElseThrow();
    System.out.printf(
        "lab:   %s: longest time between two checks of another path %.1f s (interval %d s);"
            + " show topology: median %d ms, of that the client's start %d ms%n",
        when,
        pause.toMillis() / 1000.0,
        Settings.POLLING_INTERVAL.toSeconds(),
        median(sampling.shows()),
        median(sampling.clients()));
  }

  private static long median(List<Duration> sorted) {
    return sorted.get(sorted.size() / 2).toMillis();
  }
}
