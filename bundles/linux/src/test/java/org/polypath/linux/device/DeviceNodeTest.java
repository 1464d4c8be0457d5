package org.polypath.linux.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polypath.api.path.DeviceNumber;

class DeviceNodeTest {
  private static final DeviceNumber PLAIN_FILE = new DeviceNumber(0, 0);
  private static final DeviceNumber OTHER = new DeviceNumber(8, 0);

  @TempDir private Path directory;

  private void makeNodes() throws IOException {
    Files.createFile(directory.resolve("sda"));
    Files.createDirectory(directory.resolve("block"));
    Files.createFile(directory.resolve("block/0:0"));
    Files.createFile(directory.resolve("block/8:0"));
  }

  private String file(String name, DeviceNumber number) {
    return new DeviceNode(directory, name, number).file();
  }

  @Test
  void theNodeOfTheNameIsTakenIfItsNumberIsRight() throws IOException {
    makeNodes();

    assertThat(file("sda", PLAIN_FILE)).isEqualTo(directory + "/sda");
  }

  @Test
  void aNodeWithAnotherNumberIsPassedOver() throws IOException {
    makeNodes();

    assertThat(file("sda", OTHER)).isEqualTo(directory + "/block/8:0");
  }

  @Test
  void withoutANodeTheLinkByNumberServes() throws IOException {
    makeNodes();

    assertThat(file("sdb", OTHER)).isEqualTo(directory + "/block/8:0");
  }

  @Test
  void withoutEitherTheNameIsToldToBeMissing() {
    assertThat(file("sdb", OTHER)).isEqualTo(directory + "/sdb");
  }

  @Test
  void aRealDevicesNumberIsDecoded() {
    assertThat(new DeviceNode(Path.of("/dev"), "null", new DeviceNumber(1, 3)).file())
        .isEqualTo("/dev/null");
  }
}
