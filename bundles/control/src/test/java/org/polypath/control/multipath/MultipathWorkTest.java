package org.polypath.control.multipath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.polypath.api.map.StatusGroup.GroupState;
import org.polypath.api.path.Wwid;
import org.polypath.api.platform.Command;
import org.polypath.api.platform.CommandResult;
import org.polypath.api.topology.GroupSnapshot;
import org.polypath.api.topology.MapSnapshot;
import org.polypath.api.topology.MapStatistics;
import org.polypath.api.topology.Topology;
import org.polypath.control.FakePlatform;
import org.polypath.control.LabTopology;

class MultipathWorkTest {
  private static final Topology REST = lab().build();

  private final FakePlatform platform = new FakePlatform(Topology.EMPTY);

  @Test
  void listsNothingBeforeThePlatformIsAtRest() {
    CompletableFuture<Outcome> outcome = own("-ll");
    platform.publish(busy(REST));
    assertThat(outcome).isNotDone();
    platform.publish(REST);
    assertThat(outcome)
        .isCompletedWithValue(
            Outcome.done(
                """
                mpatha (333333330000007d0) dm-0 Linux,scsi_debug
                size=8.0M features='0' hwhandler='1 alua' wp=rw
                `-+- policy='service-time 0' prio=50 status=active
                  |- 0:0:0:0 sda 8:0  active ready running
                  `- 1:0:0:0 sdb 8:16 active ready running
                """));
    assertThat(platform.listeners()).isZero();
  }

  @Test
  void createdMapsAreShownAsTheyWereDecidedOn() {
    CompletableFuture<Outcome> outcome = own("-v", "2");
    platform.publish(busy(withAction(REST, "create", 0)));
    platform.publish(REST);
    assertThat(outcome.join().text())
        .startsWith("create: mpatha (333333330000007d0) undef Linux,scsi_debug\n")
        .contains("wp=undef\n`-+- policy='service-time 0' prio=50 status=undef\n");
  }

  @Test
  void verbosityDecidesHowMuchIsSaid() {
    CompletableFuture<Outcome> silent = own("-v", "0");
    CompletableFuture<Outcome> names = own("-v", "1");
    platform.publish(busy(withAction(REST, "create", 0)));
    platform.publish(REST);
    assertThat(silent.join()).isEqualTo(Outcome.done(""));
    assertThat(names.join()).isEqualTo(Outcome.done("mpatha\n"));
  }

  @Test
  void aDeviceLimitsWhatIsSaid() {
    CompletableFuture<Outcome> path = own("-v", "1", "-ll", "sdb");
    CompletableFuture<Outcome> wwid = own("-v", "1", "-ll", "333333330000007d0");
    CompletableFuture<Outcome> other = own("-v", "1", "-ll", "nosuch");
    CompletableFuture<Outcome> missing = own("-ll", "/dev/mapper/nosuch");
    platform.publish(REST);
    assertThat(path.join().text()).isEqualTo("mpatha\n");
    assertThat(wwid.join().text()).isEqualTo("mpatha\n");
    assertThat(other.join()).isEqualTo(Outcome.done(""));
    assertThat(missing.join())
        .isEqualTo(Outcome.failed("'/dev/mapper/nosuch' is not a valid argument"));
  }

  @Test
  void onATerminalMapLinesAreBold() {
    CompletableFuture<Outcome> outcome = own("-ll", "--terminal");
    platform.publish(REST);
    assertThat(outcome.join().text())
        .startsWith("\u001b[1mmpatha (333333330000007d0) dm-0 Linux,scsi_debug\u001b[0m\n");
  }

  @Test
  void whatWasDoneBeforeIsNoChange() {
    Topology lingering = withAction(REST, "reload", 1);
    platform.publish(lingering);
    assertThat(running("-v", "1").join()).isEqualTo(Outcome.done(""));
    platform.answerWith(
        command -> {
          platform.publish(withAction(REST, "reload", 2));
          return CompletableFuture.completedStage(CommandResult.OK);
        });
    assertThat(running("-v", "1", "-r").join()).isEqualTo(Outcome.done("mpatha\n"));
    assertThat(platform.submitted())
        .containsExactly(new Command.Reconfigure(false), new Command.Reconfigure(true));
  }

  @Test
  void aRefusedReconfigurationIsAFailure() {
    platform.publish(REST);
    platform.answerWith(
        command -> CompletableFuture.completedStage(CommandResult.failed("cannot read it")));
    assertThat(running("-r").join()).isEqualTo(Outcome.failed("cannot read it"));
  }

  @Test
  void flushRemovesOneMapOrSaysWhyNot() {
    platform.publish(REST);
    assertThat(running("-f", "mpatha").join()).isEqualTo(Outcome.done(""));
    assertThat(platform.submitted())
        .containsExactly(new Command.RemoveMap(LabTopology.wwid(0).text()));
    assertThat(running("-f", "nosuch").join())
        .isEqualTo(Outcome.failed("nosuch is not a multipath device"));
    assertThat(running("-f", "/dev/sda").join())
        .isEqualTo(Outcome.failed("the -f option requires a map name to remove"));
    platform.answerWith(
        command ->
            CompletableFuture.completedStage(CommandResult.failed("map or partition in use")));
    assertThat(running("-f", "mpatha").join()).isEqualTo(Outcome.failed("mpatha: map in use"));
    assertThat(running("-F").join()).isEqualTo(Outcome.failed("mpatha: map in use"));
  }

  @Test
  void howOftenAMapInUseIsTriedAgainIsPassedOn() {
    platform.publish(REST);
    running("-R", "2", "-f", "mpatha").join();
    running("-R", "0", "-F").join();
    assertThat(platform.submitted())
        .containsExactly(
            new Command.RemoveMap(LabTopology.wwid(0).text(), OptionalInt.of(2)),
            new Command.RemoveMap(LabTopology.wwid(0).text(), OptionalInt.of(0)));
  }

  @Test
  void theMapsThatAreMeantAreRegrouped() {
    platform.publish(REST);
    platform.answerWith(
        command -> {
          platform.publish(withAction(REST, "reload", 1));
          return CompletableFuture.completedStage(CommandResult.OK);
        });
    assertThat(running("-v", "1", "-p", "multibus", "sda").join())
        .isEqualTo(Outcome.done("mpatha\n"));
    assertThat(running("-p", "failover", "other").join()).isEqualTo(Outcome.done(""));
    assertThat(platform.submitted())
        .containsExactly(new Command.Regroup(LabTopology.wwid(0).text(), "multibus"));
    platform.answerWith(
        command -> CompletableFuture.completedStage(CommandResult.failed("there is no nosuch")));
    assertThat(own("-p", "nosuch").join()).isEqualTo(Outcome.failed("there is no nosuch"));
  }

  @Test
  void wwidsAreAddedAndRemovedByPathMapOrThemselves() {
    platform.publish(REST);
    String wwid = LabTopology.wwid(0).text();
    assertThat(running("-a", "/dev/sda").join())
        .isEqualTo(Outcome.done("wwid '" + wwid + "' added\n"));
    assertThat(running("-w", "mpatha").join())
        .isEqualTo(Outcome.done("wwid '" + wwid + "' removed\n"));
    assertThat(own("-a", "36009").join()).isEqualTo(Outcome.done("wwid '36009' added\n"));
    assertThat(own("-W").join()).isEqualTo(Outcome.done("successfully reset wwids\n"));
    assertThat(platform.submitted())
        .containsExactly(
            new Command.RememberWwid(new Wwid(wwid)),
            new Command.ForgetWwid(new Wwid(wwid)),
            new Command.RememberWwid(new Wwid("36009")),
            new Command.RememberMaps());
    platform.answerWith(
        command -> CompletableFuture.completedStage(CommandResult.failed("it was not there")));
    assertThat(running("-w", "36009").join())
        .isEqualTo(Outcome.done("wwid '36009' not in wwids file\n"));
    assertThat(running("-a", "/dev/nosuch").join())
        .isEqualTo(Outcome.failed("'/dev/nosuch' is not a valid argument"));
  }

  @Test
  void argumentsThatMakeNoSenseAreNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MultipathArguments.parse(List.of("-f")))
        .withMessage("the -f option requires a map name to remove");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MultipathArguments.parse(List.of("-v", "much")))
        .withMessage("the -v option requires a number");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MultipathArguments.parse(List.of("-z")))
        .withMessage("no such option: -z");
  }

  private CompletableFuture<Outcome> own(String... words) {
    return work(words).withOwnPlatform().toCompletableFuture();
  }

  private CompletableFuture<Outcome> running(String... words) {
    return work(words).withRunningPlatform().toCompletableFuture();
  }

  private MultipathWork work(String... words) {
    return new MultipathWork(platform, MultipathArguments.parse(List.of(words)));
  }

  private static LabTopology lab() {
    LabTopology lab = new LabTopology(2, 1).paths(4, 8, 50);
    GroupSnapshot group = lab.group("service-time 0", 50, GroupState.ACTIVE, 0, 0, 1);
    return lab.map(0, "mpatha", "0", Optional.empty(), 0, group);
  }

  private static Topology busy(Topology topology) {
    return new Topology(
        topology.sequence(),
        topology.wallMillis(),
        topology.maps(),
        topology.paths(),
        topology.ignored(),
        topology.configuration(),
        true);
  }

  private static Topology withAction(Topology topology, String action, int loads) {
    MapSnapshot map = topology.maps().get(0);
    List<MapSnapshot> maps = new ArrayList<>();
    Stream.of(map)
        .map(
            it ->
                new MapSnapshot(
                    it.wwid(),
                    it.name(),
                    it.number(),
                    it.sectors(),
                    it.vendor(),
                    it.product(),
                    it.revision(),
                    it.features(),
                    it.hardwareHandler(),
                    it.readOnly(),
                    it.suspended(),
                    it.groups(),
                    it.settings(),
                    action,
                    0,
                    0,
                    new MapStatistics(0, 0, loads, 0, 0, 0),
                    it.queueingDisabled(),
                    it.reservation(),
                    it.outage(),
                    it.reasons()))
        .forEach(maps::add);
    return new Topology(
        topology.sequence(),
        topology.wallMillis(),
        maps,
        topology.paths(),
        topology.ignored(),
        topology.configuration(),
        false);
  }
}
