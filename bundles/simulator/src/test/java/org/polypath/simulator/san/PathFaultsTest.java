package org.polypath.simulator.san;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.polypath.api.device.Bytes;
import org.polypath.api.device.DeviceFailure;
import org.polypath.api.device.ReadOutcome;
import org.polypath.api.device.ScsiCommand;
import org.polypath.api.device.ScsiOutcome;
import org.polypath.api.discovery.DiscoveryListener;
import org.polypath.api.discovery.DiscoveryWatch;
import org.polypath.api.discovery.PathChange;
import org.polypath.api.path.DeviceState;
import org.polypath.api.path.PathFacts;
import org.polypath.api.settings.Limit;
import org.polypath.api.settings.TransportSettings;
import org.polypath.simulator.SimulatorException;

/** What the host sees when parts of the SAN break. */
class PathFaultsTest {
  private static final String TEST_UNIT_READY = "000000000000";

  private final SanBench bench = new SanBench();

  @ParameterizedTest
  @CsvSource({
    "cut sda, 1, RUNNING",
    "cut path sda, 1, RUNNING",
    "cut port acme:A1, 15, TRANSPORT_OFFLINE",
    "cut controller acme:A, 15, TRANSPORT_OFFLINE",
    "cut adapter host2, 15, TRANSPORT_OFFLINE",
    "offline sda, 1, OFFLINE"
  })
  void brokenPartAnswersWithAHostStatus(String fault, int hostStatus, DeviceState state) {
    bench.fault(fault);
    assertThat(bench.answer("sda", TEST_UNIT_READY).hostStatus()).isEqualTo(hostStatus);
    assertThat(bench.device("sda").state()).isEqualTo(state);
    assertThat(bench.read("sda", 0, 512)).isInstanceOf(ReadOutcome.Failed.class);
    bench.fault(fault.startsWith("offline") ? "mend sda" : fault.replace("cut", "mend"));
    bench.answer("sda", TEST_UNIT_READY);
    assertThat(bench.answer("sda", TEST_UNIT_READY).isGood()).isTrue();
    assertThat(bench.device("sda").state()).isEqualTo(DeviceState.RUNNING);
  }

  @Test
  void whatIsChangedAboutAPathIsSoOrHappens() {
    PathFacts path = bench.discovery.look("sda").orElseThrow();
    List.of(
            new PathChange.Timeouts(TransportSettings.BUILT_IN, Limit.UNSET),
            new PathChange.Retrigger(PathChange.Retrigger.Event.CHANGE),
            new PathChange.TransferLimit(64),
            new PathChange.Rescan())
        .forEach(
            change -> assertThat(bench.discovery.change(path, change)).as("%s", change).isEmpty());
    assertThat(bench.discovery.look("sda")).contains(path);

    assertThat(bench.discovery.change(path, new PathChange.Delete())).isEmpty();
    assertThat(bench.discovery.look("sda")).isEmpty();
    assertThat(bench.discovery.scan()).hasSize(23);
  }

  @Test
  void everythingBehindAPartBreaksWithItAndNothingElse() {
    bench.fault("cut controller borealis:B");
    assertThat(offline()).containsExactly("sdj", "sdk", "sdl", "sdv", "sdw", "sdx");
    bench.fault("cut adapter host3");
    bench.fault("mend all");
    assertThat(offline()).isEmpty();
  }

  private List<String> offline() {
    return bench.discovery.scan().stream()
        .filter(facts -> facts.deviceState() == DeviceState.TRANSPORT_OFFLINE)
        .map(PathFacts::name)
        .toList();
  }

  @Test
  void mendedPortReportsAReset() {
    bench.fault("cut port acme:A1");
    bench.fault("mend port acme:A1");
    assertThat(bench.sense("sda", TEST_UNIT_READY)).isEqualTo("2 sense 06/29/00");
    assertThat(bench.answer("sdd", TEST_UNIT_READY).isGood()).isTrue();
  }

  @Test
  void hungPathTimesOutAndOthersDoNot() {
    bench.fault("hang sda");
    ScsiOutcome outcome = bench.send("sda", TEST_UNIT_READY, 0);
    assertThat(outcome)
        .isInstanceOfSatisfying(
            ScsiOutcome.NotSent.class,
            is -> assertThat(is.failure()).isEqualTo(DeviceFailure.TIMED_OUT));
    assertThat(bench.timeline.now()).isBetween(SanBench.TIMEOUT, SanBench.TIMEOUT.plusSeconds(1));
    assertThat(bench.answer("sdb", TEST_UNIT_READY).isGood()).isTrue();
  }

  @Test
  void hungCommandIsAnsweredWhenThePathIsMendedAndFailsWhenItIsCut() {
    bench.fault("hang sda");
    var mended = bench.device("sda").send(testUnitReady()).toCompletableFuture();
    bench.timeline.advance(Duration.ofSeconds(5));
    assertThat(mended).isNotDone();
    bench.fault("mend sda");
    assertThat(mended).isCompletedWithValue(ScsiOutcome.Answered.good(Bytes.EMPTY));
    bench.fault("hang sda");
    var cut = bench.device("sda").send(testUnitReady()).toCompletableFuture();
    bench.fault("cut adapter host2");
    assertThat(cut).isCompletedWithValueMatching(is -> is.toString().contains("hostStatus=15"));
  }

  private static ScsiCommand testUnitReady() {
    return new ScsiCommand(Bytes.ofHex(TEST_UNIT_READY), 0, SanBench.TIMEOUT);
  }

  @Test
  void slowPartsAddUp() {
    bench.fault("slow sda 200");
    bench.fault("slow port acme:A1 2s");
    var outcome = bench.device("sda").send(testUnitReady()).toCompletableFuture();
    bench.timeline.advance(Duration.ofMillis(2200));
    assertThat(outcome).isNotDone();
    bench.timeline.advance(Duration.ofMillis(1));
    assertThat(outcome).isDone();
  }

  @Test
  void factsAgreeWithTheDevice() {
    PathFacts facts = bench.discovery.look("sdt").orElseThrow();
    assertThat(facts.address().orElseThrow()).hasToString("3:0:2:1");
    assertThat(facts.number()).hasToString("65:48");
    assertThat(facts.vendor()).isEqualTo("BOREALIS");
    assertThat(facts.properties())
        .containsEntry("ID_SERIAL", "3600b0ea1000000000000000000000002")
        .containsEntry("SCSI_IDENT_SERIAL", facts.serial());
    assertThat(facts.pageIdentifier().orElseThrow().text())
        .isEqualTo(facts.properties().get("ID_SERIAL"));
    assertThat(facts.sectors()).isEqualTo(200L << 21);
    assertThat(facts.accessState()).contains("active/optimized");
    assertThat(bench.device("sdt").attribute("access_state")).contains("active/optimized");
    assertThat(bench.device("sda").attribute("access_state")).isEmpty();
    assertThat(facts.targetPortGroup()).hasValue(1);
  }

  @Test
  void deletedDeviceIsLostAndFoundAgain() {
    List<String> events = new ArrayList<>();
    DiscoveryWatch watch = bench.discovery.watch(new Recorder(events));
    bench.fault("delete sdc");
    assertThat(bench.discovery.look("sdc")).isEmpty();
    assertThat(bench.discovery.scan()).hasSize(23);
    bench.fault("rescan");
    bench.fault("resize acme 0 20G");
    assertThat(events)
        .containsExactly(
            "lost sdc", "found sdc", "found sda", "found sdd", "found sdm", "found sdp");
    watch.close();
    bench.fault("delete sdc");
    assertThat(events).hasSize(6);
  }

  @Test
  void deviceThatIsGoneSaysSo() {
    var device = bench.device("sda");
    bench.fault("delete sda");
    assertThat(device.state()).isEqualTo(DeviceState.GONE);
    assertThat(device.attribute("state")).isEmpty();
    assertThat(device.send(testUnitReady()).toCompletableFuture())
        .isCompletedWithValueMatching(is -> is.toString().contains("NO_DEVICE"));
  }

  @Test
  void whatIsNotThereIsNamedWithWhatIs() {
    assertThatThrownBy(() -> bench.fault("cut port acme:Z9"))
        .isInstanceOf(SimulatorException.class)
        .hasMessageContaining("acme:A1, acme:A2, acme:B1, acme:B2");
    assertThatThrownBy(() -> bench.fault("alua acme 1 standby"))
        .isInstanceOf(SimulatorException.class)
        .hasMessageContaining("no target port group of acme \"1\"; there are: none");
    assertThatThrownBy(() -> bench.fault("unmap acme 9"))
        .isInstanceOf(SimulatorException.class)
        .hasMessageContaining("0, 1, 2");
  }

  private record Recorder(List<String> events) implements DiscoveryListener {
    @Override
    public void found(PathFacts facts) {
      events.add("found " + facts.name());
    }

    @Override
    public void lost(String name) {
      events.add("lost " + name);
    }

    @Override
    public void overflowed() {
      events.add("overflowed");
    }
  }
}
