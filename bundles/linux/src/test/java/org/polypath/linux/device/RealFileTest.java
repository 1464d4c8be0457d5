package org.polypath.linux.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
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
import org.polypath.api.path.PathFacts;
import org.polypath.linux.kernel.CLibrary;
import org.polypath.linux.kernel.NativeDeviceCalls;
import org.polypath.linux.sysfs.Sysfs;
import org.polypath.scsi.Cdb;

/** The real system calls, on a plain file in the place of a disk. */
class RealFileTest {
  private static final Duration LONG = Duration.ofSeconds(60);

  /** A plain file's. */
  private static final DeviceNumber NO_NUMBER = new DeviceNumber(0, 0);

  private PathChannels channels;
  private PathDevice device;
  private byte[] content;

  @BeforeEach
  void prepare(@TempDir Path directory) throws IOException {
    content = new byte[10000];
    for (int i = 0; i < content.length; i++) {
      content[i] = (byte) (i / 512 + 1);
    }
    Files.write(directory.resolve("sda"), content);
    channels =
        new PathChannels(new NativeDeviceCalls(new CLibrary()), new Sysfs(directory), directory);
    device = channels.device(PathFacts.named("sda", NO_NUMBER).build());
  }

  @AfterEach
  void letGo() {
    channels.close();
  }

  private static <T> T result(CompletionStage<T> stage) {
    return stage.toCompletableFuture().orTimeout(60, TimeUnit.SECONDS).join();
  }

  private Bytes read(long offset, int length) {
    ReadOutcome outcome = result(device.read(offset, length, LONG));
    assumeFalse(
        outcome instanceof ReadOutcome.Failed failed
            && failed.text().contains("open")
            && failed.failure() == DeviceFailure.OTHER,
        "the file system of temporary files has no direct reads");
    assertThat(outcome).isInstanceOf(ReadOutcome.Completed.class);
    return ((ReadOutcome.Completed) outcome).data();
  }

  @Test
  void aDirectReadBringsTheBytesAtItsOffset() {
    assertThat(read(4096, 4096)).isEqualTo(Bytes.of(content).slice(4096, 4096));
  }

  @Test
  void aReadAtTheEndIsShort() {
    assertThat(read(8192, 4096)).isEqualTo(Bytes.of(content).slice(8192, 10000 - 8192));
    assertThat(read(12288, 4096)).isEqualTo(Bytes.EMPTY);
  }

  @Test
  void aScsiCommandIsUnsupported() {
    read(0, 4096);

    ScsiOutcome outcome = result(device.send(new ScsiCommand(Cdb.testUnitReady(), 0, LONG)));

    assertThat(outcome)
        .isInstanceOfSatisfying(
            ScsiOutcome.NotSent.class,
            failed -> {
              assertThat(failed.failure()).isEqualTo(DeviceFailure.UNSUPPORTED);
              assertThat(failed.text()).contains("SCSI command 00 on sda: ioctl SG_IO: ");
            });
  }

  @Test
  void aDeviceThatIsNotThereIsSaidNotToBeThere() {
    PathDevice missing = channels.device(PathFacts.named("sdb", NO_NUMBER).build());

    ReadOutcome outcome = result(missing.read(0, 512, LONG));

    assertThat(outcome)
        .isInstanceOfSatisfying(
            ReadOutcome.Failed.class,
            failed -> assertThat(failed.failure()).isEqualTo(DeviceFailure.NO_DEVICE));
  }
}
