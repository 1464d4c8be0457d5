package org.polypath.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.polypath.api.discovery.PathChange;
import org.polypath.api.path.DeviceNumber;
import org.polypath.api.path.PathState;
import org.polypath.api.path.Wwid;
import org.polypath.api.platform.Command;
import org.polypath.api.platform.CommandResult;
import org.polypath.api.settings.CreationSettings;
import org.polypath.api.settings.Limit;
import org.polypath.api.settings.NoPathRetry;
import org.polypath.api.settings.Setting;
import org.polypath.core.event.Event;

/** The daemon is killed in the midst of things: the next one finds them as they would have been. */
class RestartTest {
  private static final DeviceNumber SDA = new DeviceNumber(8, 0);
  private static final DeviceNumber SDB = new DeviceNumber(8, 16);

  private final FakeHost host = new FakeHost();
  private int operations;

  @BeforeEach
  void twoPathsToOneDisk() {
    host.path("sda", 0, "3600a", 50);
    host.path("sdb", 16, "3600a", 10);
  }

  @Test
  void withAllWellNothingIsDone() {
    host.start().runFor(30_000);
    killAndStart();
    assertThat(done()).isZero();
  }

  @Test
  void requestsOfAMapThatIsThereAreNotTooLargeAllAtOnce() {
    host.start().runFor(30_000);
    host.configuration =
        host.configuration.forMaps(
            maps ->
                maps.creation(
                    new CreationSettings(
                        CreationSettings.BUILT_IN.ghostDelay(),
                        Setting.builtIn(false),
                        Setting.builtIn(Limit.of(64)),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty())));
    host.changes.clear();
    killAndStart();
    host.runFor(30_000);
    assertThat(limited()).as("in the table of a map").isEmpty();
    host.tell(new Event.PathFound(host.path("sdc", 32, "3600a", 50).facts));
    host.runFor(30_000);
    assertThat(limited()).containsExactly("sdc");
  }

  private List<String> limited() {
    return host.changes.stream()
        .filter(change -> change.change() instanceof PathChange.TransferLimit)
        .map(change -> change.path().name())
        .toList();
  }

  @Test
  void ioThatWaitsForEverGoesOnWaiting() {
    begin(NoPathRetry.QUEUE);
    allDown();
    host.runFor(30_000);
    killAndStart();
    assertThat(queues()).isTrue();
    assertThat(done()).isZero();
    allUp();
    host.runFor(30_000);
    assertThat(host.kernel.only().failed).isEmpty();
    assertThat(queues()).isTrue();
  }

  @Test
  void ioThatWaitsForSomeTimeWaitsThatTimeFromTheStart() {
    begin(NoPathRetry.retries(4));
    allDown();
    host.runFor(20_000);
    killAndStart();
    assertThat(queues()).isTrue();
    assertThat(done()).isZero();
    host.runFor(10_000);
    assertThat(queues()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void ioThatHasWaitedLongEnoughDoesNotWaitAgain(boolean checkersAnswer) {
    begin(NoPathRetry.retries(2));
    allDown();
    host.runFor(60_000);
    assertThat(queues()).isFalse();
    host.devices.values().forEach(device -> device.silent = !checkersAnswer);
    killAndStart();
    assertThat(queues()).isFalse();
    host.devices.values().forEach(device -> device.silent = false);
    host.runFor(60_000);
    assertThat(queues()).isFalse();
    assertThat(done()).isZero();
    allUp();
    host.runFor(30_000);
    assertThat(queues()).isTrue();
  }

  @Test
  void aMapWhoseIoFailsAsConfiguredIsLeftSoWhenAPathComesBack() {
    begin(NoPathRetry.FAIL);
    allDown();
    host.runFor(30_000);
    killAndStart();
    allUp();
    host.runFor(30_000);
    assertThat(queues()).isFalse();
    assertThat(host.kernel.only().failed).isEmpty();
  }

  @Test
  void aMapThatSomebodySuspendedStaysSuspended() {
    host.start();
    host.answer(new Command.SuspendMap("mpatha"));
    killAndStart();
    assertThat(host.kernel.only().suspended).isTrue();
    assertThat(host.topology().map("mpatha").orElseThrow().suspended()).isTrue();
    assertThat(done()).isZero();
    assertThat(host.answer(new Command.ResumeMap("mpatha"))).isEqualTo(CommandResult.OK);
    assertThat(host.kernel.only().suspended).isFalse();
  }

  @Test
  void aPathThatFailsWhileItsMapIsSuspendedIsFailedOnceThatIsOver() {
    host.start();
    host.answer(new Command.SuspendMap("mpatha"));
    host.devices.get("sdb").state = PathState.DOWN;
    killAndStart();
    host.answer(new Command.ResumeMap("mpatha"));
    host.runFor(2_000);
    assertThat(host.kernel.only().failed).containsExactly(SDB);
  }

  @Test
  void aPathThatLedElsewhereWhileNobodyListenedGetsNoMoreIo() {
    host.start().runFor(10_000);
    host.devices.get("sda").identity = Optional.of(new Wwid("3600b"));
    killAndStart();
    assertThat(host.kernel.only().table.devices()).containsExactly(SDB);
    assertThat(host.kernel.log).anyMatch(o -> o.toString().contains("fail_path " + SDA));
  }

  private void begin(NoPathRetry retry) {
    host.configuration = host.configuration.with(retry);
    host.start().runFor(10_000);
  }

  private void killAndStart() {
    operations = host.kernel.log.size();
    host.restart();
    host.runFor(15_000);
  }

  /** How many operations there were since the kill. */
  private int done() {
    return host.kernel.log.size() - operations;
  }

  private boolean queues() {
    return host.kernel.only().table.queuesWithoutPath();
  }

  private void allDown() {
    host.devices.values().forEach(device -> device.state = PathState.DOWN);
  }

  private void allUp() {
    host.devices.values().forEach(device -> device.state = PathState.UP);
  }
}
