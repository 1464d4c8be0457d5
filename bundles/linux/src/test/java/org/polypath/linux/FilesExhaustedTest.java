package org.polypath.linux;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polypath.api.discovery.DiscoveryException;
import org.polypath.api.discovery.PathChange.Rescan;
import org.polypath.api.path.PathFacts;
import org.polypath.api.settings.Limit;
import org.polypath.linux.device.FakeDevices;
import org.polypath.linux.device.PathChannels;
import org.polypath.linux.process.OpenFiles;
import org.polypath.linux.sysfs.SysfsTree;

/** This process opens all files it may: paths that cannot be looked at must not count as gone. */
class FilesExhaustedTest {
  private static final int FEW = 600;

  @TempDir private Path folder;
  private final FakeDatabase database = new FakeDatabase();
  private LinuxDiscovery discovery;
  private PathFacts path;

  @BeforeEach
  void onePath() {
    SysfsTree tree = new SysfsTree(folder);
    tree.disk("sda", "8:0", "devices/host1/target1:0:0/1:0:0:0").linuxTargetPages();
    database.has("sda", Map.of());
    discovery =
        new LinuxDiscovery(
            tree.sysfs(),
            database,
            new PathChannels(new FakeDevices(), tree.sysfs(), folder.resolve("dev")));
    path = discovery.scan().get(0);
    assertThat(new OpenFiles().openFiles(Limit.of(FEW))).isEmpty();
  }

  @AfterEach
  void putLimitBack() {
    assertThat(new OpenFiles().openFiles(Limit.UNLIMITED)).isEmpty();
  }

  @Test
  void aListThatWouldLackPathsIsNone() {
    assertThat(withoutFiles(discovery::scan)).contains("max_fds");
    assertThat(withoutFiles(() -> discovery.look("sda"))).contains("max_fds");
    assertThat(discovery.scan()).containsExactly(path);
  }

  @Test
  void aDeviceIsNotGoneBecauseItsStateCannotBeRead() {
    assertThat(withoutFiles(() -> discovery.device(path).state())).isEqualTo("NONE");
    assertThat(withoutFiles(() -> discovery.device(path).attribute("vendor")))
        .isEqualTo("Optional.empty");
  }

  @Test
  void aChangeThatCannotBeMadeSaysWhy() {
    assertThat(withoutFiles(() -> discovery.change(path, new Rescan()))).contains("max_fds");
  }

  /**
   * What comes of a call, as text. It is made once before: its classes could not be loaded later,
   * for want of files. The daemon loads them when it starts.
   */
  private static String withoutFiles(Supplier<Object> call) {
    attempt(call);
    List<FileChannel> taken = new ArrayList<>();
    takeAll(taken);
    try {
      return attempt(call);
    } finally {
      taken.forEach(FilesExhaustedTest::giveBack);
    }
  }

  private static String attempt(Supplier<Object> call) {
    try {
      return String.valueOf(call.get());
    } catch (DiscoveryException e) {
      return e.getMessage();
    }
  }

  private static void takeAll(List<FileChannel> taken) {
    try {
      while (true) {
        taken.add(FileChannel.open(Path.of("/dev/null"), StandardOpenOption.READ));
      }
    } catch (IOException exhausted) {
      // which is what was wanted
      return;
    }
  }

  private static void giveBack(FileChannel file) {
    try {
      file.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
