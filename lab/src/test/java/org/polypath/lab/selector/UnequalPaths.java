package org.polypath.lab.selector;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.polypath.lab.Guest;
import org.polypath.lab.bench.DeviceMapper;
import org.polypath.lab.bench.ScsiDebug;
import org.polypath.lab.bench.ScsiPath;

/** Two disks behind delays of the kernel's, as the paths of one map. */
final class UnequalPaths {
  private static final String SECTORS = "16384";
  private static final String MAP = "spread";

  private final Guest guest;
  private final int lanes;

  private UnequalPaths(Guest guest, int lanes) {
    this.guest = guest;
    this.lanes = lanes;
  }

  /**
   * Makes the paths.
   *
   * @param lanes how many programs will read at once
   * @param delays what a read takes on each of the two
   */
  static UnequalPaths create(Guest guest, int lanes, List<Duration> delays) {
    ScsiDebug disks = ScsiDebug.load(guest, 1, delays.size());
    DeviceMapper.load(guest);
    guest.run("modprobe dm-delay");
    List<ScsiPath> paths = disks.paths();
    for (int i = 0; i < delays.size(); i++) {
      guest.run(
          "dmsetup create path%d --table '0 %s delay /dev/%s 0 %d'"
              .formatted(i, SECTORS, paths.get(i).name(), delays.get(i).toMillis()));
    }
    return new UnequalPaths(guest, lanes);
  }

  /**
   * Reads from a map over them.
   *
   * @param selector the kernel's name of the selector
   * @param arguments each path's arguments
   * @return the share of the first path, 0 to 1
   */
  double shareOfFirst(String selector, List<List<String>> arguments, Duration time) {
    StringBuilder table =
        new StringBuilder("0 ")
            .append(SECTORS)
            .append(" multipath 2 queue_mode bio 0 1 1 ")
            .append(selector)
            .append(" 0 2 ")
            .append(arguments.get(0).size());
    for (int i = 0; i < arguments.size(); i++) {
      table.append(" $(number path").append(i).append(") ");
      table.append(String.join(" ", arguments.get(i)));
    }
    List<Long> counts = reads("dmsetup create " + MAP + " --table \"" + table + "\"", MAP, time);
    return (double) counts.get(0) / (counts.get(0) + counts.get(1));
  }

  /** What a read took on each of the two while as many programs read: the kernel's timers round. */
  List<Duration> measuredDelays(Duration time) {
    return List.of(measuredDelay(0, time), measuredDelay(1, time));
  }

  private Duration measuredDelay(int path, Duration time) {
    return time.multipliedBy(lanes).dividedBy(reads(":", "path" + path, time).get(path));
  }

  /** Does something, reads from a device, and answers how many reads went to each path. */
  private List<Long> reads(String before, String device, Duration time) {
    String counts =
        guest
            .run(
                """
                number() { dmsetup info -c --noheadings -o major,minor $1; }
                reads() { read -r count rest < /sys/dev/block/$(number $1)/stat; echo $count; }
                %s
                udevadm settle -t 30
                first=$(reads path0) second=$(reads path1)
                fio --name=spread --filename=/dev/mapper/%s --direct=1 --rw=randread --bs=4k \
                  --ioengine=psync --thread --numjobs=%d --time_based --runtime=%d \
                  --output=/dev/null > /dev/null
                echo $(($(reads path0) - first)) $(($(reads path1) - second))
                if [ -b /dev/mapper/%5$s ]; then dmsetup remove --retry %5$s; fi"""
                    .formatted(before, device, lanes, time.toSeconds(), MAP))
            .text();
    return Stream.of(counts.strip().split(" ", -1)).map(Long::valueOf).toList();
  }
}
