package org.polypath.control.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.polypath.api.platform.Command;
import org.polypath.api.platform.Command.ReservationMark;
import org.polypath.api.platform.CommandResult;
import org.polypath.api.settings.ReservationKey;
import org.polypath.api.topology.Topology;
import org.polypath.control.FakePlatform;
import org.polypath.control.FakePlugins;
import org.polypath.control.Golden;
import org.polypath.control.LabTopology;

class InterpreterTest {
  private final FakePlatform platform = new FakePlatform(LabTopology.fourHosts().build());
  private final Interpreter interpreter = new Interpreter(platform, new FakePlugins(), "1.2.3");

  @ParameterizedTest
  @CsvSource({
    "show paths, paths-four-hosts.txt",
    "show maps, maps.txt",
    "list multipaths status, maps-status.txt",
    "show maps stats, maps-stats.txt",
    "show topology, topology-four-hosts.txt",
    "topology, topology-four-hosts.txt",
    "show maps topology, topology-four-hosts.txt",
    "show maps json, maps.json",
    "show status, status.txt"
  })
  void showsWhatTheReferenceShows(String line, String golden) {
    assertThat(reply(line)).isEqualTo(Golden.text(golden));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"mpatha", "333333330000007d0", "dm-0", "/dev/dm-0", "/dev/mapper/mpatha", "254:0"})
  void aMapHasManyNames(String name) {
    assertThat(reply("show map " + name + " raw format %n")).isEqualTo("mpatha\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sda", "/dev/sda", "8:0"})
  void aPathHasManyNames(String name) {
    assertThat(reply("show path " + name)).isEqualTo("running\n");
  }

  @Test
  void anUnknownDeviceFailsWithAReason() {
    assertThat(reply("show map nosuch topology")).isEqualTo("fail\ndevice not found\n");
    assertThat(reply("show path nosuch")).isEqualTo("fail\ndevice not found\n");
  }

  @Test
  void theDaemonTellsItsProcessAndWhetherItIsBusy() {
    String pid = "pid " + ProcessHandle.current().pid();
    assertThat(reply("show daemon")).isEqualTo(pid + " idle\n");
    platform.publish(Topology.EMPTY);
    assertThat(reply("show daemon")).isEqualTo(pid + " running\n");
  }

  @Test
  void nothingToShowIsOk() {
    platform.publish(Topology.EMPTY);
    assertThat(reply("show paths")).isEqualTo("ok\n");
    assertThat(reply("show topology")).isEqualTo("ok\n");
  }

  @Test
  void changesGoToThePlatform() {
    assertThat(reply("fail path sda")).isEqualTo("ok\n");
    assertThat(reply("reinstate path /dev/sda")).isEqualTo("ok\n");
    assertThat(reply("del map mpatha")).isEqualTo("ok\n");
    assertThat(reply("remove maps")).isEqualTo("ok\n");
    assertThat(reply("reconfigure")).isEqualTo("ok\n");
    assertThat(reply("reconfigure all")).isEqualTo("ok\n");
    assertThat(reply("shutdown")).isEqualTo("ok\n");
    assertThat(platform.submitted())
        .containsExactly(
            new Command.FailPath("sda"),
            new Command.ReinstatePath("/dev/sda"),
            new Command.RemoveMap("mpatha"),
            new Command.RemoveMaps(),
            new Command.Reconfigure(false),
            new Command.Reconfigure(true),
            new Command.Shutdown());
  }

  @Test
  void changesOfOneMapGoToThePlatform() {
    List<String> lines =
        List.of(
            "add map mpatha",
            "switch map mpatha group 2",
            "switchgroup multipath mpatha group 1",
            "suspend map mpatha",
            "resume map mpatha",
            "resize map mpatha",
            "reload map mpatha",
            "reset map mpatha",
            "reset map mpatha stats",
            "reset maps stats");
    assertThat(lines).allSatisfy(line -> assertThat(reply(line)).as(line).isEqualTo("ok\n"));
    assertThat(platform.submitted())
        .containsExactly(
            new Command.AddMap("mpatha"),
            new Command.SwitchGroup("mpatha", 2),
            new Command.SwitchGroup("mpatha", 1),
            new Command.SuspendMap("mpatha"),
            new Command.ResumeMap("mpatha"),
            new Command.FindPaths(),
            new Command.ResizeMap("mpatha"),
            new Command.ReloadMap("mpatha"),
            new Command.RenameMap("mpatha"),
            new Command.ResetStatistics(Optional.of("mpatha")),
            new Command.ResetStatistics(Optional.empty()));
  }

  @Test
  void queueingAndMarksAreChangedThroughThePlatform() {
    List<String> lines =
        List.of(
            "disablequeueing maps",
            "disablequeueing map mpatha",
            "restorequeueing multipaths",
            "restorequeueing map mpatha",
            "forcequeueing daemon",
            "restorequeueing daemon",
            "setmarginal path sda",
            "unsetmarginal path sda",
            "unsetmarginal map mpatha");
    assertThat(lines).allSatisfy(line -> assertThat(reply(line)).as(line).isEqualTo("ok\n"));
    assertThat(platform.submitted())
        .containsExactly(
            new Command.DisableQueueing(Optional.empty()),
            new Command.DisableQueueing(Optional.of("mpatha")),
            new Command.RestoreQueueing(Optional.empty()),
            new Command.RestoreQueueing(Optional.of("mpatha")),
            new Command.ForceQueueing(true),
            new Command.ForceQueueing(false),
            new Command.MarkPath("sda", true),
            new Command.MarkPath("sda", false),
            new Command.UnmarkPaths("mpatha"));
  }

  @Test
  void whatMpathpersistSaysOfReservationsGoesToThePlatform() {
    List<String> lines =
        List.of(
            "setprstatus map mpatha",
            "setprstatus map mpatha pathlist sda,sdb",
            "unsetprstatus map mpatha",
            "setprhold map mpatha",
            "unsetprhold map mpatha",
            "setprkey map mpatha key 0X0012:aptpl",
            "unsetprkey map mpatha");
    assertThat(lines).allSatisfy(line -> assertThat(reply(line)).as(line).isEqualTo("ok\n"));
    assertThat(platform.submitted())
        .containsExactly(
            new Command.MarkReservation("mpatha", ReservationMark.REGISTERED, true),
            new Command.MarkReservation("mpatha", ReservationMark.REGISTERED, true),
            new Command.MarkReservation("mpatha", ReservationMark.REGISTERED, false),
            new Command.MarkReservation("mpatha", ReservationMark.HELD, true),
            new Command.MarkReservation("mpatha", ReservationMark.HELD, false),
            new Command.KeepReservationKey("mpatha", Optional.of(new ReservationKey(0x12, true))),
            new Command.KeepReservationKey("mpatha", Optional.empty()));
  }

  @Test
  void whatIsKeptOfReservationsIsAnsweredToAdministrators() {
    assertThat(reply("getprstatus map mpatha")).isEqualTo("0");
    assertThat(reply("getprhold map mpatha")).isEqualTo("0");
    assertThat(reply("getprkey map mpatha")).isEqualTo("none\n");
    assertThat(reply("getprkey map nosuch")).isEqualTo("fail\ndevice not found\n");
    assertThat(interpreter.interpret("getprkey map mpatha", false).toCompletableFuture())
        .isCompletedWithValue("fail\npermission deny: need to be root\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "0x", "nothing", "0x12345678901234567", "0x1:other"})
  void aReservationKeyIsANumberOfEightBytes(String key) {
    assertThat(reply("setprkey map mpatha key " + key))
        .isEqualTo("fail\nno reservation key: " + key + "\n");
    assertThat(platform.submitted()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "-1", "99999999999", "2.0"})
  void aGroupIsANumber(String group) {
    assertThat(reply("switch map mpatha group " + group))
        .isEqualTo("fail\nno number of a path group: " + group + "\n");
    assertThat(platform.submitted()).isEmpty();
  }

  @Test
  void aPathThatIsKnownIsNotLookedFor() {
    assertThat(reply("add path sda")).isEqualTo("ok\n");
    assertThat(platform.submitted()).isEmpty();
    assertThat(reply("add path sdzz")).isEqualTo("fail\npath not found: sdzz\n");
    assertThat(reply("remove path sda")).isEqualTo("ok\n");
    assertThat(platform.submitted())
        .containsExactly(new Command.FindPaths(), new Command.RemovePath("sda"));
  }

  @Test
  void aRefusedChangeSaysWhy() {
    platform.answerWith(
        command -> CompletableFuture.completedStage(CommandResult.failed("map in use")));
    assertThat(reply("del map mpatha")).isEqualTo("fail\nmap in use\n");
  }

  @Test
  void aLongReconfigureIsAnsweredBeforeClientsGiveUp() {
    platform.answerWith(command -> new CompletableFuture<>());
    assertThat(reply("reconfigure")).isEqualTo("ok\n");
  }

  @Test
  void aBrokenPlatformIsAFailureNotAnException() {
    platform.answerWith(
        command -> {
          throw new IllegalStateException("boom");
        });
    assertThat(reply("reconfigure")).startsWith("fail\n");
    platform.answerWith(
        command -> CompletableFuture.failedStage(new IllegalStateException("boom")));
    assertThat(reply("reconfigure")).startsWith("fail\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "fail path sda",
        "del maps",
        "reconfigure",
        "shutdown",
        "multipath-command \"-F\"",
        "multipath-command \"-ll\""
      })
  void onlyRootChangesAnything(String line) {
    assertThat(interpreter.interpret(line, false).toCompletableFuture().join())
        .isEqualTo("fail\npermission deny: need to be root\n");
    assertThat(platform.submitted()).isEmpty();
  }

  @Test
  void everybodyMayLook() {
    assertThat(interpreter.interpret("show maps", false).toCompletableFuture().join())
        .isEqualTo(Golden.text("maps.txt"));
  }

  @Test
  void helpSaysWhoAnswersAndListsTheCommands() {
    assertThat(reply("help"))
        .isEqualTo(reply(""))
        .startsWith("multipath-tools v0.9.4\nPolypath v1.2.3\nCLI commands reference:\n")
        .contains(" list|show map|multipath $map raw format $format\n")
        .contains(" remove|del maps|multipaths\n");
    assertThat(reply("show bogus")).isEqualTo("show bogus: not found\n" + reply("help"));
    assertThat(reply("show map mpatha"))
        .isEqualTo("show map mpatha: Missing argument\n" + reply("help"));
    assertThat(reply("sh topology")).isEqualTo("fail\n");
  }

  @Test
  void theMultipathCommandIsAnsweredWithItsStatus() {
    assertThat(reply("multipath-command \"-v 1 -ll\""))
        .isEqualTo("exit 0\n333333330000007d1\nd4\ndisk3\nmpatha\n");
    assertThat(reply("multipath-command \"-f nosuch\""))
        .isEqualTo("exit 1\nnosuch is not a multipath device\n");
    assertThat(reply("multipath-command \"-x\"")).isEqualTo("exit 1\nno such option: -x\n");
  }

  @Test
  void everyCommandHasWordsOfItsOwn() {
    List<String> usages = reply("help").lines().skip(3).toList();
    assertThat(usages).doesNotHaveDuplicates();
  }

  private String reply(String line) {
    return interpreter.interpret(line, true).toCompletableFuture().join();
  }
}
