package org.polypath.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.polypath.lab.Guest;
import org.polypath.lab.InLab;
import org.polypath.lab.OnlyPolypath;
import org.polypath.lab.Timing;
import org.polypath.lab.bench.AluaState;
import org.polypath.lab.bench.Configuration;
import org.polypath.lab.bench.Daemon;
import org.polypath.lab.bench.DeviceMapper;
import org.polypath.lab.bench.DirectIo;
import org.polypath.lab.bench.LioTarget;
import org.polypath.lab.bench.MapLines;
import org.polypath.lab.bench.MultipathTools;
import org.polypath.lab.bench.ScsiPaths;

/** An ALUA array moves a logical unit from one controller to the other. */
@InLab
class AluaMoveIT {
  private static final String MAP = "mpatha";

  /** LIO's own entry says directio, which calls a path faulty whose controller stands by. */
  private static final String TUR_FOR_LIO =
      """
      devices {
        device {
          vendor LIO-ORG
          product .*
          path_checker tur
        }
      }
      """;

  @Test
  void groupsAndPrioritiesFollowTheArray(Guest guest, MultipathTools tools) {
    LioTarget target = LioTarget.create(guest, "4a1b2c3d-0001");
    target.portGroup("left", 1, AluaState.OPTIMIZED);
    target.portGroup("right", 2, AluaState.NON_OPTIMIZED);
    target.loopbackPort(1, "left");
    target.loopbackPort(2, "right");
    DeviceMapper.load(guest);
    Configuration.write(
        guest,
        Settings.defaultsWith(
                "path_grouping_policy group_by_prio", "prio alua", "failback immediate")
            + TUR_FOR_LIO);
    Daemon daemon = Daemon.start(guest, tools);

    daemon.await("groups of priority 50 and 10", MAP, map -> priorities(map).equals(FROM_BEST));
    String left = daemon.map(MAP).groups().get(0).paths().get(0).name();
    String right = daemon.map(MAP).groups().get(1).paths().get(0).name();
    DirectIo io = DirectIo.onMap(guest, MAP);
    daemon.await("the left controller serves", MAP, map -> map.isActive(left));

    target.setState("left", AluaState.STANDBY);
    target.setState("right", AluaState.OPTIMIZED);
    Timing.print(
        "logical unit moved → groups and priorities follow",
        daemon.await(
            "the right controller serves with 50, the left one has 1",
            MAP,
            map ->
                map.isActive(right)
                    && map.groupOf(right).priority() == 50
                    && map.groupOf(left).priority() == 1
                    && map.groups().get(0).contains(right)),
        Settings.POLLING_INTERVAL);

    target.setState("left", AluaState.OPTIMIZED);
    target.setState("right", AluaState.NON_OPTIMIZED);
    Timing.print(
        "logical unit moved back → groups and priorities follow",
        daemon.await(
            "the left controller serves again",
            MAP,
            map -> map.isActive(left) && priorities(map).equals(FROM_BEST)),
        Settings.POLLING_INTERVAL);
    assertThat(io.stop().error()).as("no I/O error").isZero();
  }

  @Test
  @OnlyPolypath
  void aControllerThatWasAwayWhenItsPathsWereFoundTakesOver(Guest guest, MultipathTools tools) {
    LioTarget target = LioTarget.create(guest, "4a1b2c3d-0001");
    target.portGroup("left", 1, AluaState.OPTIMIZED);
    target.portGroup("right", 2, AluaState.OPTIMIZED);
    target.loopbackPort(1, "left");
    target.loopbackPort(2, "right");
    String left = ScsiPaths.all(guest).get(0).name();
    ScsiPaths.delete(guest, left);
    target.setState("left", AluaState.UNAVAILABLE);
    ScsiPaths.scan(guest);
    assertThat(guest.read("/sys/block/%s/size".formatted(left)).strip()).isEqualTo("0");

    DeviceMapper.load(guest);
    Configuration.write(guest, Settings.defaultsWith("failback immediate") + TUR_FOR_LIO);
    Daemon daemon = Daemon.start(guest, tools);
    daemon.await("a map with both paths", MAP, map -> map.paths().size() == 2);
    DirectIo io = DirectIo.onMap(guest, MAP);
    target.setState("left", AluaState.OPTIMIZED);
    Timing.print(
        "controller back → path with a size",
        daemon.await("the left path is ready", MAP, map -> map.stateOf(left).contains("ready")),
        Settings.POLLING_INTERVAL);
    assertThat(guest.read("/sys/block/%s/size".formatted(left)).strip()).isNotEqualTo("0");
    target.setState("right", AluaState.UNAVAILABLE);
    daemon.await("the left controller serves", MAP, map -> map.isActive(left));
    io.awaitFlow();
    assertThat(io.stop().error()).as("no I/O error").isZero();
  }

  private static final List<Integer> FROM_BEST = List.of(50, 10);

  private static List<Integer> priorities(MapLines map) {
    return map.groups().stream().map(MapLines.Group::priority).toList();
  }
}
