package org.polypath.lab.bench;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.polypath.lab.BackgroundStep;
import org.polypath.lab.Guest;

/**
 * Continuous I/O past the page cache, one request at a time on each map: writes, each read back and
 * compared soon after. It ends at the first error.
 */
public final class DirectIo {
  private static final String REPORT = "/out/direct-io.json";

  /** Disks that share their memory have so much of it, and each map gets its own part. */
  private static final int KILOBYTES = 16 * 1024;

  /** No part is larger than the whole divided by this. */
  private static final int MOST_PARTS = 4;

  /** Writes in a second, to all maps. */
  private static final int RATE = 50;

  /** More writes than may be under way show that it flows. */
  private static final long FLOWING = 10;

  /** How long the program may take to begin, for each map, with a busy guest. */
  private static final Duration START_PER_MAP = Duration.ofSeconds(5);

  private final Guest guest;
  private final BackgroundStep fio;
  private final List<String> maps;

  private DirectIo(Guest guest, BackgroundStep fio, List<String> maps) {
    this.guest = guest;
    this.fio = fio;
    this.maps = maps;
  }

  /**
   * What the I/O went through.
   *
   * @param operations how many requests were carried out
   * @param error the error number that ended it, 0 for none
   * @param longestPause the longest time that one request took
   */
  public record Result(long operations, int error, Duration longestPause) {
    /** Reads fio's report. */
    static Result parse(String report) {
      // fio may write notes before the report
      Result all = new Result(0, 0, Duration.ZERO);
      for (JsonElement job :
          JsonParser.parseString(report.substring(report.indexOf('{')))
              .getAsJsonObject()
              .getAsJsonArray("jobs")) {
        all = all.and(ofJob(job.getAsJsonObject()));
      }
      return all;
    }

    private static Result ofJob(JsonObject job) {
      JsonObject read = job.getAsJsonObject("read");
      JsonObject write = job.getAsJsonObject("write");
      return new Result(
          read.get("total_ios").getAsLong() + write.get("total_ios").getAsLong(),
          job.get("error").getAsInt(),
          Duration.ofNanos(Math.max(longest(read), longest(write))));
    }

    private Result and(Result other) {
      return new Result(
          operations + other.operations,
          error == 0 ? other.error : error,
          longestPause.compareTo(other.longestPause) > 0 ? longestPause : other.longestPause);
    }

    private static long longest(JsonObject direction) {
      return direction.getAsJsonObject("lat_ns").get("max").getAsLong();
    }
  }

  /** Starts it on a map, and waits until it flows. */
  public static DirectIo onMap(Guest guest, String map) {
    return onMaps(guest, List.of(map));
  }

  /** Starts it on some maps, and waits until it flows to all of them. */
  public static DirectIo onMaps(Guest guest, List<String> maps) {
    List<String> nodes = maps.stream().map(map -> DeviceMapper.awaitNode(guest, map)).toList();
    return start(guest, nodes, maps);
  }

  /** Starts it on a file in a file system on a map, and waits until it flows. */
  public static DirectIo onFile(Guest guest, String file, String map) {
    return start(guest, List.of(file), List.of(map));
  }

  private static DirectIo start(Guest guest, List<String> targets, List<String> maps) {
    guest.afterwards("pkill -KILL -x fio");
    int size = KILOBYTES / Math.max(MOST_PARTS, targets.size());
    StringBuilder jobs = new StringBuilder();
    for (int part = 0; part < targets.size(); part++) {
      jobs.append(
          " --name=direct --filename=%s --size=%dk --offset=%dk"
              .formatted(targets.get(part), size, part * size));
    }
    BackgroundStep fio =
        guest.start(
            ("rm -f %1$s; exec fio --bs=4k --direct=1 --ioengine=psync --thread --rw=randwrite"
                    + " --verify=crc32c --verify_backlog=8 --verify_fatal=1 --rate_iops=%2$d"
                    + " --time_based --runtime=3600 --output-format=json --output=%1$s%3$s")
                .formatted(REPORT, Math.max(1, RATE / targets.size()), jobs));
    DirectIo io = new DirectIo(guest, fio, maps);
    io.awaitFlow();
    return io;
  }

  /** Waits until it is seen to flow to each map; answers how long that took. */
  public Duration awaitFlow() {
    List<Long> before = written();
    return guest.await(
        "direct I/O flows to " + maps,
        Guest.STEP_LIMIT.plus(START_PER_MAP.multipliedBy(maps.size())),
        this::written,
        written ->
            IntStream.range(0, maps.size())
                .allMatch(map -> written.get(map) > before.get(map) + FLOWING));
  }

  /** The number of writes that each map has carried out. */
  private List<Long> written() {
    Map<String, Long> written =
        guest
            .run(
                """
                for name in /sys/block/dm-*/dm/name; do
                  read -r map < $name && read -r statistics < ${name%/dm/name}/stat
                  echo $map $statistics
                done""")
            .text()
            .lines()
            .map(line -> line.split(" ", 7))
            .collect(Collectors.toMap(words -> words[0], words -> Long.valueOf(words[5])));
    return maps.stream().map(map -> written.getOrDefault(map, 0L)).toList();
  }

  /** Whether it still flows: no error has ended it. */
  public boolean isRunning() {
    return fio.isRunning();
  }

  /** Ends it. */
  public Result stop() {
    guest.attempt("pkill -INT -x fio");
    fio.await(Guest.STEP_LIMIT);
    return Result.parse(guest.read(REPORT));
  }
}
