package org.polypath.linux.udev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.polypath.api.discovery.DiscoveryException;
import org.polypath.linux.kernel.CLibrary;

/** The real libudev on the machine that runs the tests. Skipped, by name, where there is none. */
class UdevTest {
  private final CLibrary system = new CLibrary();
  private final UdevDatabase database = new UdevDatabase(system);

  private List<DiskDatabase.Disk> disks() {
    try {
      return database.disks();
    } catch (DiscoveryException e) {
      return abort(e.getMessage());
    }
  }

  @Test
  void allWholeDisksAreListedAndNothingElse() {
    List<DiskDatabase.Disk> disks = disks();

    assertThat(disks)
        .allSatisfy(
            disk -> {
              assertThat(Path.of("/sys/block", disk.name())).isDirectory();
              assertThat(disk.properties()).containsEntry("DEVTYPE", "disk");
            });
    assertThat(disks.size()).isEqualTo(Path.of("/sys/block").toFile().list().length);
  }

  @Test
  void disksComeInTheOrderOfTheirSysfsPaths() {
    List<String> paths = new ArrayList<>();
    disks().stream()
        // udev puts devices that lie on others last
        .filter(disk -> !disk.name().startsWith("dm-") && !disk.name().startsWith("md"))
        .forEach(disk -> paths.add(disk.properties().get("DEVPATH")));

    assertThat(paths).isSorted();
  }

  @Test
  void oneDiskIsFoundByName() {
    List<DiskDatabase.Disk> disks = disks();

    assertThat(disks).allSatisfy(disk -> assertThat(database.disk(disk.name())).contains(disk));
    assertThat(database.disk("sdnothing")).isEmpty();
  }

  @Test
  void aMonitorStopsWhenTold() {
    List<String> events = new CopyOnWriteArrayList<>();
    UdevMonitor monitor = monitor();
    CompletableFuture<Void> following =
        CompletableFuture.runAsync(() -> monitor.follow(new Recorder(events)));

    monitor.stop();
    monitor.stop();

    following.orTimeout(60, TimeUnit.SECONDS).join();
    monitor.stop();
  }

  private UdevMonitor monitor() {
    disks();
    try {
      return UdevMonitor.start(new UdevLibrary().functions(), system);
    } catch (DiscoveryException e) {
      return abort(e.getMessage());
    }
  }

  @Test
  void withoutUdevsDaemonThereIsNoMonitorButAdvice() {
    if (Files.exists(Path.of("/run/udev/control"))) {
      abort("udev's daemon runs here");
    }
    disks();

    assertThatThrownBy(database::monitor)
        .isInstanceOf(DiscoveryException.class)
        .hasMessageContaining("start systemd-udevd");
  }

  private record Recorder(List<String> events) implements DiskMonitor.Listener {
    @Override
    public void changed(String name) {
      events.add("changed " + name);
    }

    @Override
    public void removed(String name) {
      events.add("removed " + name);
    }

    @Override
    public void overflowed() {
      events.add("overflowed");
    }
  }
}
