package org.polypath.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.polypath.lab.Guest;
import org.polypath.lab.InLab;
import org.polypath.lab.OnlyPolypath;
import org.polypath.lab.StepResult;
import org.polypath.lab.bench.AluaState;
import org.polypath.lab.bench.LioTarget;
import org.polypath.lab.bench.MultipathTools;
import org.polypath.lab.bench.ScsiDebug;
import org.polypath.lab.bench.ScsiPath;
import org.polypath.lab.bench.ScsiPaths;

/** Programs that ask a path by themselves. */
@InLab
@OnlyPolypath
class PathProgramsIT {
  private static final Map<AluaState, String> PRIORITIES =
      Map.of(
          AluaState.OPTIMIZED, "50",
          AluaState.NON_OPTIMIZED, "10",
          AluaState.STANDBY, "1",
          AluaState.UNAVAILABLE, "0",
          // the kernel's target knows no such state and refuses every command
          AluaState.OFFLINE, "");

  @Test
  void prioritiesAndReportsFollowTheArray(Guest guest, MultipathTools tools) {
    LioTarget target = LioTarget.create(guest, "4a1b2c3d-0009");
    target.portGroup("left", 1, AluaState.OPTIMIZED);
    target.portGroup("right", 2, AluaState.NON_OPTIMIZED);
    target.loopbackPort(1, "left");
    target.loopbackPort(2, "right");
    List<String> paths = ScsiPaths.all(guest).stream().map(ScsiPath::name).toList();
    assertThat(paths).hasSize(2);

    for (AluaState state : AluaState.values()) {
      target.setState("left", state);
      // the first command after a change is answered with a unit attention, to sg_rtpg too
      guest.attempt("sg_turs /dev/%s; sg_turs /dev/%s".formatted(paths.get(0), paths.get(1)));
      assertThat(program(guest, tools, "mpath_prio_alua", paths.get(0)).text())
          .as("priority of a path that is %s", state)
          .isEqualTo(PRIORITIES.get(state));
    }
    assertReportIsTheReferences(guest, tools, "-d", paths.get(1));
    assertReportIsTheReferences(guest, tools, "", paths.get(1));
    assertLongReportIsAsMuchAsCame(guest, tools, paths.get(1));
    assertReportIsTheReferences(guest, tools, "-H", paths.get(1));
  }

  @Test
  void aDeviceIsNamedInEachOfThreeWays(Guest guest, MultipathTools tools) {
    ScsiDebug disks = ScsiDebug.load(guest, 2, 1);
    String name = disks.paths().get(1).name();
    String number = guest.run("cat /sys/block/%s/dev".formatted(name)).text();

    StepResult result =
        program(
            guest, tools, "mpath_prio_alua", "-d /dev %1$s /dev/%1$s %2$s".formatted(name, number));

    assertThat(result.exitStatus()).isZero();
    assertThat(result.text()).isEqualTo("10\n10\n10");
    assertThat(program(guest, tools, "mpath_prio_alua", "nosuch").exitStatus()).isEqualTo(2);
    assertThat(program(guest, tools, "mpath_prio_alua", "").exitStatus()).isEqualTo(1);
    assertThat(program(guest, tools, "mpath_prio_hp_sw", name).text()).isEqualTo("4");
    assertThat(program(guest, tools, "mpath_prio_emc", name).exitStatus()).isEqualTo(3);
  }

  private static void assertReportIsTheReferences(
      Guest guest, MultipathTools tools, String options, String path) {
    String theirs = guest.run("sg_rtpg %s /dev/%s".formatted(options, path)).stdout();
    assertThat(program(guest, tools, "polypath rtpg " + options, path).stdout())
        .as("rtpg %s", options)
        .isEqualTo(theirs);
  }

  /**
   * With the longer header the target says that four bytes fewer came than it has put into the
   * buffer; sg_rtpg shows the last port all the same.
   */
  private static void assertLongReportIsAsMuchAsCame(
      Guest guest, MultipathTools tools, String path) {
    String theirs = guest.run("sg_rtpg -d -e /dev/%s".formatted(path)).stdout();
    String ours = program(guest, tools, "polypath rtpg -d -e", path).stdout();
    assertThat(theirs).startsWith(ours.stripTrailing());
    assertThat(theirs.lines().count() - ours.lines().count()).isLessThanOrEqualTo(2);
  }

  private static StepResult program(
      Guest guest, MultipathTools tools, String program, String arguments) {
    Path folder = tools.multipath().getParent();
    return guest.attempt("%s/%s %s".formatted(folder, program, arguments));
  }
}
