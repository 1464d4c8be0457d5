package org.polypath.dm.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polypath.api.map.MapDriverException;
import org.polypath.api.path.DeviceNumber;
import org.polypath.dm.DeviceInfo;
import org.polypath.dm.Host.Holder;

class LinuxHostTest {
  private static final DeviceInfo MAP =
      new DeviceInfo("mpatha", "mpath-36", new DeviceNumber(254, 0), 0, 0, false, false, false);

  @TempDir Path root;

  @Test
  void holdersAreReadFromSysfsWithOddCharactersAsTheyAre() throws IOException {
    write("sys/dev/block/254:0/holders/dm-1/dm/name", "my\\x20disk$p1\n");
    write("sys/dev/block/254:0/holders/dm-1/dm/uuid", "part1-mpath-1LIO\\x2fx\n");
    assertThat(new LinuxHost(root).holders(MAP))
        .containsExactly(new Holder("my disk$p1", "part1-mpath-1LIO/x"));
  }

  @Test
  void withoutHoldersThereAreNone() {
    assertThat(new LinuxHost(root).holders(MAP)).isEmpty();
  }

  @Test
  void udevRunsWhileItsSocketIsOpen() throws IOException {
    write("run/udev/control", "");
    LinuxHost host = new LinuxHost(root);
    assertThat(host.udevRuns()).isTrue();
    write("proc/1/net/unix", "Num RefCount Path\n");
    assertThat(host.udevRuns()).isFalse();
    write("proc/1/net/unix", "0: 2 0 10000 5 1 2 /run/udev/control\n");
    assertThat(host.udevRuns()).isTrue();
  }

  @Test
  void withoutAControlNodeTheModuleIsToBeLoaded() {
    assertThatThrownBy(() -> new ControlNodeCheck(root).check())
        .isInstanceOf(MapDriverException.class)
        .hasMessageContaining("modprobe dm-multipath");
  }

  @Test
  void withTheModuleLoadedTheNodeIsToBeMade() throws IOException {
    write("proc/misc", "236 device-mapper\n237 loop-control\n");
    assertThatThrownBy(() -> new ControlNodeCheck(root).check())
        .isInstanceOf(MapDriverException.class)
        .hasMessageContaining("dmsetup mknodes");
  }

  @Test
  void aNodeThatCanBeReadAndWrittenIsEnough() throws IOException {
    write("dev/mapper/control", "");
    assertThatCode(() -> new ControlNodeCheck(root).check()).doesNotThrowAnyException();
  }

  private void write(String file, String text) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }
}
