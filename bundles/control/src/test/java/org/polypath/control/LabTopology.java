package org.polypath.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.polypath.api.map.StatusGroup.GroupState;
import org.polypath.api.path.DeviceNumber;
import org.polypath.api.path.DeviceState;
import org.polypath.api.path.PathFacts;
import org.polypath.api.path.PathState;
import org.polypath.api.path.ScsiAddress;
import org.polypath.api.path.Transport;
import org.polypath.api.path.Wwid;
import org.polypath.api.settings.Failback;
import org.polypath.api.settings.MapSettings;
import org.polypath.api.settings.NoPathRetry;
import org.polypath.api.settings.Setting;
import org.polypath.api.topology.GroupSnapshot;
import org.polypath.api.topology.MapSnapshot;
import org.polypath.api.topology.MapStatistics;
import org.polypath.api.topology.PathSnapshot;
import org.polypath.api.topology.PathSnapshot.KernelPathState;
import org.polypath.api.topology.Reason;
import org.polypath.api.topology.Reservation;
import org.polypath.api.topology.Topology;

/**
 * The lab's disks (kernel module scsi_debug) as the platform would show them: so many hosts with so
 * many LUNs each, a path from each host to each LUN.
 */
public final class LabTopology {
  private static final int MINORS_PER_DISK = 16;
  private static final int DISKS_PER_MAJOR = 16;

  private final int hosts;
  private final int luns;
  private final List<PathSnapshot> paths = new ArrayList<>();
  private final List<MapSnapshot> maps = new ArrayList<>();

  public LabTopology(int hosts, int luns) {
    this.hosts = hosts;
    this.luns = luns;
  }

  /** The paths of all hosts, in sysfs' order: by the text of the address. */
  public LabTopology paths(int checkSeconds, int checkInterval, int... priorityOfHost) {
    IntStream.range(0, hosts)
        .boxed()
        .sorted((a, b) -> Integer.toString(a).compareTo(Integer.toString(b)))
        .forEach(
            host -> {
              for (int lun = 0; lun < luns; lun++) {
                int priority = priorityOfHost[Math.min(host, priorityOfHost.length - 1)];
                paths.add(path(host, lun, priority, checkSeconds, checkInterval));
              }
            });
    return this;
  }

  /** A map over a LUN. */
  public LabTopology map(
      int lun,
      String name,
      String features,
      Optional<MapSettings> settings,
      int loads,
      GroupSnapshot... groups) {
    maps.add(
        new MapSnapshot(
            wwid(lun),
            name,
            Optional.of(new DeviceNumber(254, lun)),
            16384,
            "Linux",
            "scsi_debug",
            "0191",
            features,
            "1 alua",
            false,
            false,
            List.of(groups),
            settings,
            "",
            0,
            0,
            new MapStatistics(0, 0, loads, 0, 0, 0),
            false,
            Reservation.NONE,
            Optional.empty(),
            List.of()));
    return this;
  }

  /** A group of the paths of some hosts to a LUN. */
  public GroupSnapshot group(String selector, int priority, GroupState state, int lun, int... of) {
    return new GroupSnapshot(
        selector,
        priority,
        state,
        false,
        IntStream.of(of).mapToObj(host -> disk(host, lun)).toList());
  }

  /** Changes a path. */
  public LabTopology change(String name, UnaryOperator<PathSnapshot> change) {
    paths.replaceAll(path -> path.facts().name().equals(name) ? change.apply(path) : path);
    return this;
  }

  public Topology build() {
    return new Topology(1, 0, maps, paths, List.of(), Optional.empty(), false);
  }

  /** What the reference calls {@code failed faulty}. */
  public static PathSnapshot failed(PathSnapshot path) {
    return new PathSnapshot(
        path.facts(),
        path.wwid(),
        PathState.DOWN,
        "",
        path.checker(),
        path.prioritizer(),
        path.priority(),
        KernelPathState.FAILED,
        path.failures() + 1,
        path.map(),
        path.checkInterval(),
        path.secondsToCheck(),
        path.checkAge(),
        path.marginal(),
        path.reasons());
  }

  /** A path whose next check is in so many seconds. */
  public static PathSnapshot checkedIn(PathSnapshot path, int seconds) {
    return new PathSnapshot(
        path.facts(),
        path.wwid(),
        path.state(),
        "",
        path.checker(),
        path.prioritizer(),
        path.priority(),
        path.kernelState(),
        path.failures(),
        path.map(),
        path.checkInterval(),
        seconds,
        path.checkAge(),
        path.marginal(),
        path.reasons());
  }

  /** A path of which something else is known. */
  public static PathSnapshot withFacts(PathSnapshot path, PathFacts facts) {
    return with(path, facts, path.reasons());
  }

  /** A path of which these decisions are known. */
  public static PathSnapshot withReasons(PathSnapshot path, List<Reason> reasons) {
    return with(path, path.facts(), reasons);
  }

  private static PathSnapshot with(PathSnapshot path, PathFacts facts, List<Reason> reasons) {
    return new PathSnapshot(
        facts,
        path.wwid(),
        path.state(),
        path.message(),
        path.checker(),
        path.prioritizer(),
        path.priority(),
        path.kernelState(),
        path.failures(),
        path.map(),
        path.checkInterval(),
        path.secondsToCheck(),
        path.checkAge(),
        path.marginal(),
        reasons);
  }

  /** A path that no map has. */
  public static PathSnapshot orphan(PathSnapshot path) {
    return new PathSnapshot(
        path.facts(),
        path.wwid(),
        path.state(),
        "",
        path.checker(),
        path.prioritizer(),
        path.priority(),
        KernelPathState.UNDEFINED,
        path.failures(),
        Optional.empty(),
        0,
        0,
        OptionalInt.empty(),
        path.marginal(),
        path.reasons());
  }

  public static MapSettings settings(Failback failback, NoPathRetry noPathRetry) {
    return MapSettings.BUILT_IN
        .change()
        .userFriendlyNames(Setting.builtIn(true))
        .failback(Setting.builtIn(failback))
        .noPathRetry(Setting.builtIn(noPathRetry))
        .build();
  }

  public static Wwid wwid(int lun) {
    return new Wwid("333333330000007d" + lun);
  }

  /** The four maps over four hosts that the golden files of the reference show. */
  public static LabTopology fourHosts() {
    LabTopology lab = new LabTopology(4, 4).paths(8, 8, 50, 10, 1, 50);
    String service = "service-time 0";
    lab.map(
        0,
        "mpatha",
        "0",
        Optional.of(settings(Failback.MANUAL, NoPathRetry.UNDEFINED)),
        0,
        lab.group(service, 50, GroupState.ENABLED, 0, 0),
        lab.group(service, 50, GroupState.ENABLED, 0, 3),
        lab.group(service, 10, GroupState.ENABLED, 0, 1),
        lab.group(service, 1, GroupState.ENABLED, 0, 2));
    lab.map(
        1,
        wwid(1).text(),
        "1 queue_if_no_path",
        Optional.of(settings(Failback.IMMEDIATE, NoPathRetry.QUEUE)),
        1,
        lab.group("round-robin 0", 27, GroupState.ACTIVE, 1, 0, 1, 2, 3));
    lab.map(
        2,
        "disk3",
        "1 queue_if_no_path",
        Optional.of(settings(Failback.MANUAL, NoPathRetry.retries(4))),
        1,
        lab.group(service, 50, GroupState.ACTIVE, 2, 0, 3),
        lab.group(service, 10, GroupState.ENABLED, 2, 1),
        lab.group(service, 1, GroupState.ENABLED, 2, 2));
    lab.map(
        3,
        "d4",
        "2 pg_init_retries 50",
        Optional.of(settings(Failback.FOLLOWOVER, NoPathRetry.FAIL)),
        0,
        lab.group(service, 27, GroupState.ENABLED, 3, 0, 1, 2, 3));
    return lab;
  }

  /** Three maps over eleven hosts, a group for each path. */
  public static LabTopology elevenHosts(int checkSeconds) {
    LabTopology lab = new LabTopology(11, 3).paths(checkSeconds, 8, 1);
    int[] hosts = {0, 1, 10, 2, 3, 4, 5, 6, 7, 8, 9};
    for (int lun = 0; lun < 3; lun++) {
      int of = lun;
      GroupSnapshot[] groups =
          IntStream.of(hosts)
              .mapToObj(host -> lab.group("service-time 0", 1, GroupState.ENABLED, of, host))
              .toArray(GroupSnapshot[]::new);
      lab.map(
          lun,
          "mpath" + (char) ('a' + lun),
          "0",
          Optional.of(settings(Failback.MANUAL, NoPathRetry.UNDEFINED)),
          0,
          groups);
    }
    return lab;
  }

  private PathSnapshot path(int host, int lun, int priority, int checkSeconds, int interval) {
    PathFacts facts =
        PathFacts.named(disk(host, lun), number(host, lun))
            .address(new ScsiAddress(host, 0, 0, lun))
            .hardware("Linux", "scsi_debug", "0191")
            .serial("200" + lun)
            .sectors(16384)
            .transport(Transport.SCSI_UNSPECIFIED)
            .deviceState(DeviceState.RUNNING)
            .build();
    return new PathSnapshot(
        facts,
        Optional.of(wwid(lun)),
        PathState.UP,
        "",
        Optional.of("tur"),
        Optional.of("alua"),
        OptionalInt.of(priority),
        KernelPathState.ACTIVE,
        0,
        Optional.of(wwid(lun)),
        interval,
        checkSeconds,
        OptionalInt.empty(),
        false,
        List.of());
  }

  private String disk(int host, int lun) {
    int index = host * luns + lun;
    String last = String.valueOf((char) ('a' + index % 26));
    return index < 26 ? "sd" + last : "sd" + (char) ('a' + index / 26 - 1) + last;
  }

  private DeviceNumber number(int host, int lun) {
    int index = host * luns + lun;
    int major = index < DISKS_PER_MAJOR ? 8 : 64 + index / DISKS_PER_MAJOR;
    return new DeviceNumber(major, index % DISKS_PER_MAJOR * MINORS_PER_DISK);
  }
}
