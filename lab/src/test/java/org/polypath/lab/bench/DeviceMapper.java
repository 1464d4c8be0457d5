package org.polypath.lab.bench;

import java.time.Duration;
import java.util.List;
import org.polypath.lab.Guest;
import org.polypath.lab.GuestLostException;
import org.polypath.lab.StepTimeoutException;

/** The guest's device-mapper, seen past the tools under test. */
public final class DeviceMapper {
  private static final String MODULES =
      "dm-multipath dm-service-time dm-round-robin dm-queue-length";

  private static final String REMOVE_ALL =
      """
      for map in $(dmsetup ls --target multipath | cut -f 1); do
        dmsetup message "$map" 0 fail_if_no_path
      done
      dmsetup remove_all --force
      udevadm settle -t 120""";

  private static final Duration REMOVAL_LIMIT = Duration.ofMinutes(5);

  private final Guest guest;

  private DeviceMapper(Guest guest) {
    this.guest = guest;
  }

  /**
   * Loads device-mapper multipath; afterwards no map is left. To be called when the disks are
   * there: maps must go before their disks.
   */
  public static DeviceMapper load(Guest guest) {
    guest.afterwards(REMOVE_ALL);
    guest.run("modprobe -a " + MODULES);
    return new DeviceMapper(guest);
  }

  /** Removes all maps, also those in use. */
  public void removeAll() {
    guest.attempt(REMOVE_ALL, REMOVAL_LIMIT);
  }

  /** The tables of all multipath maps: their names and table lines. */
  public String tables() {
    return guest.run("dmsetup table --target multipath").text();
  }

  /** The status of all multipath maps. */
  public String status() {
    return guest.run("dmsetup status --target multipath").text();
  }

  /** The paths that the map's table names, as the kernel's names in parentheses. */
  public String pathsOf(String map) {
    return guest.run("dmsetup deps -o devname " + map).text();
  }

  /** Waits until the kernel has so many maps; few processes are started meanwhile. */
  public void awaitMaps(int count, Duration limit) {
    guest.run(
        "until maps=(/sys/block/dm-*); [ ${#maps[@]} -ge %d ] && [ -e ${maps[0]} ]; do sleep 0.5; done"
            .formatted(count),
        limit);
  }

  /** How many events the map had since it was made. */
  public String events(String map) {
    return guest.run("dmsetup info -c --noheadings -o events " + map).text().strip();
  }

  /** How many events each multipath map had since it was made. */
  public String events() {
    return guest.run("dmsetup info -c --noheadings -o name,events").text();
  }

  /** The names of all maps, whatever their kind, in order. */
  public List<String> names() {
    return guest
        .run("cat $(compgen -G '/sys/block/dm-*/dm/name') < /dev/null | sort")
        .text()
        .lines()
        .toList();
  }

  /** Waits until udev has made a map's node under {@code /dev/mapper}; answers its path. */
  public static String awaitNode(Guest guest, String map) {
    String node = "/dev/mapper/" + map;
    guest.await(
        node + " is there",
        Guest.STEP_LIMIT,
        () -> guest.attempt("udevadm settle -t 30; ls -l /dev/mapper; [ -b %s ]".formatted(node)),
        seen -> seen.exitStatus() == 0);
    return node;
  }

  /** All that a failed scenario's report needs; never fails itself. */
  public static String describe(Guest guest) {
    try {
      return guest
          .attempt(
              """
              exec 2>&1
              dmsetup table; dmsetup status; head -n 50 /etc/multipath.conf
              grep . /sys/block/sd*/device/state; ps -C multipathd -o pid,stat,time,args
              for status in $(grep -l '^State:.D' /proc/[0-9]*/task/*/status); do
                task=${status%/status}; echo "waits in the kernel: $task: $(< $task/comm)"
                cat $task/stack
              done""")
          .text();
    } catch (StepTimeoutException | GuestLostException e) {
      return e.getMessage();
    }
  }
}
