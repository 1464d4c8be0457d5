package org.polypath.linux.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polypath.api.device.Bytes;
import org.polypath.api.device.DeviceFailure;
import org.polypath.api.device.PathDevice;
import org.polypath.api.device.ReadOutcome;
import org.polypath.api.device.ScsiCommand;
import org.polypath.api.device.ScsiOutcome;
import org.polypath.api.path.DeviceNumber;
import org.polypath.api.path.DeviceState;
import org.polypath.api.path.PathFacts;
import org.polypath.linux.kernel.ErrorNumber;
import org.polypath.linux.sysfs.SysfsTree;
import org.polypath.scsi.Cdb;

class PathChannelsTest {
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final Duration SHORT = Duration.ofMillis(5);

  private final FakeDevices devices = new FakeDevices();
  private SysfsTree tree;
  private PathChannels channels;

  @BeforeEach
  void prepare(@TempDir Path directory) {
    tree = new SysfsTree(directory);
    channels = new PathChannels(devices, tree.sysfs(), Path.of("/nodes"));
  }

  @AfterEach
  void letGo() {
    devices.release();
    channels.close();
    eventually().until(() -> devices.open().isEmpty());
  }

  private PathDevice disk(String name, int minor) {
    return channels.device(PathFacts.named(name, new DeviceNumber(8, minor)).build());
  }

  private static CompletionStage<ScsiOutcome> testUnitReady(PathDevice device, Duration timeout) {
    return device.send(new ScsiCommand(Cdb.testUnitReady(), 0, timeout));
  }

  private static <T> T result(CompletionStage<T> stage) {
    return stage.toCompletableFuture().orTimeout(60, TimeUnit.SECONDS).join();
  }

  @Test
  void nothingIsOpenBeforeTheFirstRequest() {
    disk("sda", 0);

    assertThat(devices.opened()).isEmpty();
  }

  @Test
  void aDescriptorServesManyRequests() {
    PathDevice device = disk("sda", 0);

    for (int i = 0; i < 3; i++) {
      assertThat(result(testUnitReady(device, LONG)))
          .isEqualTo(ScsiOutcome.Answered.good(Bytes.EMPTY));
      assertThat(result(testUnitReady(disk("sda", 0), LONG)))
          .isEqualTo(ScsiOutcome.Answered.good(Bytes.EMPTY));
    }

    assertThat(devices.opened()).containsExactly("/nodes/sda");
  }

  @Test
  void aReadBringsData() {
    ReadOutcome outcome = result(disk("sda", 0).read(4096, 512, LONG));

    assertThat(outcome).isEqualTo(new ReadOutcome.Completed(Bytes.ofHex("5a".repeat(512))));
  }

  @Test
  void aHungPathAnswersTimedOutUntilTheKernelLetsGo() {
    devices.hang("/nodes/sda");
    PathDevice device = disk("sda", 0);

    ScsiOutcome first = result(testUnitReady(device, SHORT));
    ScsiOutcome second = result(testUnitReady(device, SHORT));

    assertThat(failure(first)).isEqualTo(DeviceFailure.TIMED_OUT);
    assertThat(failure(second)).isEqualTo(DeviceFailure.TIMED_OUT);

    devices.release();
    eventually().until(() -> result(testUnitReady(device, LONG)) instanceof ScsiOutcome.Answered);
  }

  @Test
  void aHungReadLeavesCommandsFreeAndItsMemoryAlone() {
    devices.hang("/nodes/sda");
    PathDevice device = disk("sda", 0);

    ReadOutcome first = result(device.read(0, 4096, SHORT));
    ReadOutcome second = result(device.read(0, 4096, SHORT));

    assertThat(first)
        .isInstanceOfSatisfying(
            ReadOutcome.Failed.class,
            failed -> assertThat(failed.failure()).isEqualTo(DeviceFailure.TIMED_OUT));
    assertThat(second)
        .isInstanceOfSatisfying(
            ReadOutcome.Failed.class,
            failed -> assertThat(failed.failure()).isEqualTo(DeviceFailure.TIMED_OUT));
    assertThat(failure(result(testUnitReady(device, SHORT)))).isEqualTo(DeviceFailure.TIMED_OUT);

    devices.release();
    eventually().until(() -> result(device.read(0, 512, LONG)) instanceof ReadOutcome.Completed);
  }

  @Test
  void manyHungPathsDoNotHoldAnother() {
    List<CompletionStage<ScsiOutcome>> hung =
        IntStream.range(0, 80)
            .mapToObj(
                i -> {
                  devices.hang("/nodes/sdh" + i);
                  return testUnitReady(disk("sdh" + i, i), LONG);
                })
            .toList();

    assertThat(result(testUnitReady(disk("sda", 200), LONG)))
        .isEqualTo(ScsiOutcome.Answered.good(Bytes.EMPTY));
    assertThat(hung).noneMatch(stage -> stage.toCompletableFuture().isDone());

    devices.release();
    assertThat(hung)
        .allSatisfy(stage -> assertThat(result(stage)).isInstanceOf(ScsiOutcome.Answered.class));
  }

  @Test
  void anAnswerThatIsWaitedForMakesRoomForTheNextRequest() {
    PathDevice device = disk("sda", 0);

    ScsiOutcome third =
        result(
            testUnitReady(device, LONG)
                .thenCompose(outcome -> testUnitReady(device, LONG))
                .thenCompose(outcome -> testUnitReady(device, LONG)));

    assertThat(third).isEqualTo(ScsiOutcome.Answered.good(Bytes.EMPTY));
  }

  @Test
  void theTextOfAFailureSaysWhatWasTriedOnWhat() {
    ScsiOutcome outcome = result(testUnitReady(disk("missing", 0), LONG));

    assertThat(outcome)
        .isEqualTo(
            new ScsiOutcome.NotSent(
                DeviceFailure.NO_DEVICE,
                "SCSI command 00 on missing: open /nodes/missing: No such file (error number 2)"));
  }

  @Test
  void aDiskThatLeftIsOpenedAnew() {
    PathDevice device = disk("sda", 0);
    result(testUnitReady(device, LONG));
    devices.fail("/nodes/sda", ErrorNumber.ENODEV);
    assertThat(failure(result(testUnitReady(device, LONG)))).isEqualTo(DeviceFailure.NO_DEVICE);
    eventually().until(() -> devices.open().isEmpty());

    devices.mend("/nodes/sda");

    assertThat(result(testUnitReady(device, LONG))).isInstanceOf(ScsiOutcome.Answered.class);
    assertThat(devices.opened()).hasSize(2);
  }

  @Test
  void anErrorOfTheRequestKeepsTheDescriptor() {
    PathDevice device = disk("sda", 0);
    devices.fail("/nodes/sda", ErrorNumber.ENOMEM);

    assertThat(failure(result(testUnitReady(device, LONG)))).isEqualTo(DeviceFailure.NO_MEMORY);
    assertThat(devices.open()).hasSize(1);
  }

  @Test
  void anotherDiskOfTheSameNameIsOpenedAnew() {
    tree.disk("sda", "8:0", "devices/host1/target1:0:0/1:0:0:0");
    result(testUnitReady(disk("sda", 0), LONG));

    tree.remove("sda");
    tree.disk("sda", "8:0", "devices/host2/target2:0:0/2:0:0:0");
    result(testUnitReady(disk("sda", 0), LONG));

    assertThat(devices.opened()).hasSize(2);
    eventually().until(() -> devices.open().size() == 1);
  }

  @Test
  void anotherNumberIsAnotherDisk() {
    result(testUnitReady(disk("sda", 0), LONG));
    result(testUnitReady(disk("sda", 16), LONG));

    assertThat(devices.opened()).hasSize(2);
    eventually().until(() -> devices.open().size() == 1);
  }

  @Test
  void aForgottenDiskIsClosed() {
    result(testUnitReady(disk("sda", 0), LONG));
    result(disk("sda", 0).read(0, 512, LONG));
    result(testUnitReady(disk("sdb", 16), LONG));

    channels.forget("sda");

    eventually().until(() -> devices.open().equals(List.of("/nodes/sdb")));
  }

  @Test
  void disksThatAreNotRetainedAreClosed() {
    Stream.of("sda", "sdb", "sdc").forEach(name -> result(testUnitReady(disk(name, 0), LONG)));

    channels.retain(List.of("sdb"));

    eventually().until(() -> devices.open().equals(List.of("/nodes/sdb")));
  }

  @Test
  void aForgottenDiskThatHangsIsClosedWhenTheKernelLetsGo() {
    devices.hang("/nodes/sda");
    assertThat(failure(result(testUnitReady(disk("sda", 0), SHORT))))
        .isEqualTo(DeviceFailure.TIMED_OUT);

    channels.forget("sda");
    assertThat(devices.open()).containsExactly("/nodes/sda");

    devices.release();
    eventually().until(() -> devices.open().isEmpty());
  }

  @Test
  void readsOutOfBoundsAreTheCallersFault() {
    PathDevice device = disk("sda", 0);

    for (int length : new int[] {0, 256, 513, 131072, -512}) {
      assertThatThrownBy(() -> device.read(0, length, LONG))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> device.read(512, 4096, LONG))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> device.read(-4096, 4096, LONG))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void attributesAndStateAreReadAnew() {
    SysfsTree.Disk disk = tree.disk("sda", "8:0", "devices/host1/target1:0:0/1:0:0:0");
    PathDevice device = disk("sda", 0);
    assertThat(device.attribute("access_state")).isEmpty();
    assertThat(device.state()).isEqualTo(DeviceState.RUNNING);

    disk.ofDevice("access_state", "standby").ofDevice("state", "offline");

    assertThat(device.attribute("access_state")).contains("standby");
    assertThat(device.state()).isEqualTo(DeviceState.OFFLINE);
    tree.remove("sda");
    assertThat(device.state()).isEqualTo(DeviceState.GONE);
    assertThat(device.attribute("access_state")).isEmpty();
  }

  @Test
  void anAttributeThatTheDeviceLacksMayBeTheDisks() {
    SysfsTree.Disk disk = tree.disk("sda", "8:0", "devices/host1/target1:0:0/1:0:0:0");
    disk.of("ana_state", "optimized").of("state", "the disk's");
    disk.ofDevice("state", "running");

    assertThat(disk("sda", 0).attribute("ana_state")).contains("optimized");
    assertThat(disk("sda", 0).attribute("state")).contains("running");
  }

  @Test
  void attributesOutsideTheDeviceAreNone() {
    tree.disk("sda", "8:0", "devices/host1/target1:0:0/1:0:0:0");
    PathDevice device = disk("sda", 0);

    assertThat(Stream.of("", "..", "../dev", "block/sda/size", "/etc/hostname"))
        .allSatisfy(name -> assertThat(device.attribute(name)).isEmpty());
  }

  private static ConditionFactory eventually() {
    return await().atMost(LONG).pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(5));
  }

  private static DeviceFailure failure(ScsiOutcome outcome) {
    return ((ScsiOutcome.NotSent) outcome).failure();
  }
}
