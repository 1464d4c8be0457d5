package org.polypath.lab.bench;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.time.Duration;
import org.polypath.lab.BackgroundStep;
import org.polypath.lab.Guest;

/**
 * Continuous I/O past the page cache, one request at a time: writes, each read back and compared
 * soon after. It ends at the first error.
 */
public final class DirectIo {
  private static final String REPORT = "/out/direct-io.json";

  /** More writes than may be under way show that it flows. */
  private static final long FLOWING = 10;

  private final Guest guest;
  private final BackgroundStep fio;
  private final String map;

  private DirectIo(Guest guest, BackgroundStep fio, String map) {
    this.guest = guest;
    this.fio = fio;
    this.map = map;
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
      JsonObject job =
          JsonParser.parseString(report.substring(report.indexOf('{')))
              .getAsJsonObject()
              .getAsJsonArray("jobs")
              .get(0)
              .getAsJsonObject();
      JsonObject read = job.getAsJsonObject("read");
      JsonObject write = job.getAsJsonObject("write");
      return new Result(
          read.get("total_ios").getAsLong() + write.get("total_ios").getAsLong(),
          job.get("error").getAsInt(),
          Duration.ofNanos(Math.max(longest(read), longest(write))));
    }

    private static long longest(JsonObject direction) {
      return direction.getAsJsonObject("lat_ns").get("max").getAsLong();
    }
  }

  /** Starts it on a map, and waits until it flows. */
  public static DirectIo onMap(Guest guest, String map) {
    return start(guest, DeviceMapper.awaitNode(guest, map), map);
  }

  /** Starts it on a file in a file system on a map, and waits until it flows. */
  public static DirectIo onFile(Guest guest, String file, String map) {
    return start(guest, file, map);
  }

  private static DirectIo start(Guest guest, String target, String map) {
    guest.afterwards("pkill -KILL -x fio");
    BackgroundStep fio =
        guest.start(
            ("rm -f %s; exec fio --name=direct --filename=%s --size=4M --bs=4k --direct=1"
                    + " --ioengine=psync --thread --rw=randwrite --verify=crc32c"
                    + " --verify_backlog=8 --verify_fatal=1 --rate_iops=50 --time_based"
                    + " --runtime=600 --output-format=json --output=%s")
                .formatted(REPORT, target, REPORT));
    DirectIo io = new DirectIo(guest, fio, map);
    io.awaitFlow();
    return io;
  }

  /** Waits until it is seen to flow; answers how long that took. */
  public Duration awaitFlow() {
    long before = written();
    return guest.await(
        "direct I/O flows to " + map,
        Guest.STEP_LIMIT,
        this::written,
        written -> written > before + FLOWING);
  }

  /** The number of writes that the map has carried out. */
  private long written() {
    String statistics =
        guest
            .run(
                "cat /sys/dev/block/$(dmsetup info -c --noheadings -o devno %s)/stat"
                    .formatted(map))
            .text();
    return Long.parseLong(statistics.strip().split(" +", 6)[4]);
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
