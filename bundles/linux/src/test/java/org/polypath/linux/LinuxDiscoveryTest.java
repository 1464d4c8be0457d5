package org.polypath.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.jna.Pointer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polypath.api.device.Bytes;
import org.polypath.api.device.ScsiCommand;
import org.polypath.api.discovery.DiscoveryException;
import org.polypath.api.discovery.DiscoveryListener;
import org.polypath.api.discovery.DiscoveryWatch;
import org.polypath.api.path.PathFacts;
import org.polypath.api.path.Wwid;
import org.polypath.linux.device.FakeDevices;
import org.polypath.linux.device.PathChannels;
import org.polypath.linux.sysfs.Sysfs;
import org.polypath.linux.sysfs.SysfsTree;
import org.polypath.linux.udev.DiskMonitor;
import org.polypath.scsi.Cdb;

class LinuxDiscoveryTest {
  private static final Duration LONG = Duration.ofSeconds(60);

  private final FakeDevices devices = new FakeDevices();
  private final FakeDatabase database = new FakeDatabase();
  private final List<String> told = new CopyOnWriteArrayList<>();
  private SysfsTree tree;
  private LinuxDiscovery discovery;

  @BeforeEach
  void prepare(@TempDir Path directory) {
    tree = new SysfsTree(directory);
    discovery = on(tree.sysfs());
    for (int i = 0; i < 3; i++) {
      String name = "sd" + (char) ('a' + i);
      tree.disk(name, "8:" + 16 * i, "devices/host" + i + "/target" + i + ":0:0/" + i + ":0:0:0")
          .linuxTargetPages();
    }
  }

  private LinuxDiscovery on(Sysfs sysfs) {
    return new LinuxDiscovery(sysfs, database, new PathChannels(devices, sysfs, Path.of("/nodes")));
  }

  @AfterEach
  void close() {
    devices.release();
    discovery.close();
  }

  @Test
  void aScanListsWhatCanBeAPathInUdevsOrder() {
    database.has("sdc", Map.of());
    database.has("dm-0", Map.of());
    database.has("loop3", Map.of());
    database.has("sda", Map.of("ID_SERIAL", "1"));
    database.has("sdgone", Map.of());

    List<PathFacts> found = discovery.scan();

    assertThat(found).extracting(PathFacts::name).containsExactly("sdc", "sda");
    assertThat(found.get(1).properties()).containsEntry("ID_SERIAL", "1");
    assertThat(devices.opened()).isEmpty();
  }

  @Test
  void aLookReadsOneDiskAnew() {
    database.has("sda", Map.of());
    assertThat(discovery.look("sda")).map(PathFacts::sectors).contains(131072L);

    tree.disk("sdd", "8:48", "devices/host9/target9:0:0/9:0:0:0")
        .of("size", "8")
        .linuxTargetPages();
    database.has("sdd", Map.of());

    assertThat(discovery.look("sdd")).map(PathFacts::sectors).contains(8L);
    assertThat(discovery.look("sdb")).isEmpty();
    assertThat(discovery.look("dm-0")).isEmpty();
  }

  @Test
  void withoutSysfsAScanSaysWhatToDo(@TempDir Path empty) {
    assertThatThrownBy(() -> on(new Sysfs(empty)).scan())
        .isInstanceOf(DiscoveryException.class)
        .hasMessageContaining("no sysfs at " + empty + "; mount it");
  }

  @Test
  void disksThatAScanDoesNotFindAreLetGo() {
    database.has("sda", Map.of());
    database.has("sdb", Map.of());
    discovery.scan().forEach(this::touch);
    assertThat(devices.open()).containsExactlyInAnyOrder("/nodes/sda", "/nodes/sdb");

    database.hasNoMore("sda");
    discovery.scan();

    await().atMost(LONG).until(() -> devices.open().equals(List.of("/nodes/sdb")));
  }

  private void touch(PathFacts facts) {
    discovery
        .device(facts)
        .send(new ScsiCommand(Cdb.testUnitReady(), 0, LONG))
        .toCompletableFuture()
        .orTimeout(60, TimeUnit.SECONDS)
        .join();
  }

  @Test
  void eventsAreToldInOrderWithFactsReadAnew() {
    database.has("sda", Map.of());
    database.has("sdb", Map.of());
    touch(discovery.look("sdb").orElseThrow());
    DiscoveryWatch watch = discovery.watch(new RecordingListener(told));

    database.monitored().send(listener -> listener.changed("sda"));
    database.monitored().send(listener -> listener.changed("dm-1"));
    database.monitored().send(listener -> listener.changed("sdgone"));
    database.monitored().send(listener -> listener.removed("sdb"));
    database.monitored().send(listener -> listener.removed("dm-1"));
    awaitTold("found sda", "lost sdb");
    database.monitored().send(DiskMonitor.Listener::overflowed);
    awaitTold("found sda", "lost sdb", "overflowed");
    database.monitored().send(listener -> listener.changed("sda"));
    awaitTold("found sda", "lost sdb", "overflowed", "found sda");
    await().atMost(LONG).until(() -> devices.open().isEmpty());
    watch.close();
  }

  @Test
  void anEventThatCannotBeHandledDoesNotEndTheOthers() {
    database.has("sda", Map.of());
    DiscoveryListener failing =
        new DiscoveryListener() {
          private final RecordingListener recorder = new RecordingListener(told);

          @Override
          public void found(PathFacts facts) {
            throw new IllegalStateException("on purpose");
          }

          @Override
          public void lost(String name) {
            recorder.lost(name);
          }

          @Override
          public void overflowed() {
            recorder.overflowed();
          }
        };
    try (DiscoveryWatch watch = discovery.watch(failing)) {
      assertThat(watch).isNotNull();
      database.monitored().send(listener -> listener.changed("sda"));
      database.monitored().send(listener -> listener.removed("sdb"));

      awaitTold("lost sdb");
    }
  }

  @Test
  void afterClosingNothingIsTold() {
    database.has("sda", Map.of());
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch mayEnd = new CountDownLatch(1);
    RecordingListener recorder = new RecordingListener(told);
    DiscoveryWatch watch =
        discovery.watch(
            new DiscoveryListener() {
              @Override
              public void found(PathFacts facts) {
                begun.countDown();
                awaitEnd(mayEnd);
                recorder.found(facts);
              }

              @Override
              public void lost(String name) {
                recorder.lost(name);
              }

              @Override
              public void overflowed() {
                recorder.overflowed();
              }
            });
    database.monitored().send(listener -> listener.changed("sda"));

    CompletableFuture<Void> closing =
        CompletableFuture.runAsync(
            () -> {
              awaitEnd(begun);
              database.monitored().send(listener -> listener.removed("sda"));
              watch.close();
            });
    await().atMost(LONG).until(() -> database.monitored().isStopped());
    assertThat(closing).isNotDone();
    mayEnd.countDown();
    closing.orTimeout(60, TimeUnit.SECONDS).join();

    assertThat(told).containsExactly("found sda");
  }

  @Test
  void aListenerMayCloseItsOwnWatch() {
    CompletableFuture<DiscoveryWatch> watch = new CompletableFuture<>();
    CountDownLatch closed = new CountDownLatch(1);
    DiscoveryListener closing =
        new DiscoveryListener() {
          @Override
          public void found(PathFacts facts) {}

          @Override
          public void lost(String name) {
            watch.join().close();
            closed.countDown();
          }

          @Override
          public void overflowed() {}
        };
    watch.complete(discovery.watch(closing));

    database.monitored().send(listener -> listener.removed("sda"));

    await().atMost(LONG).until(() -> closed.getCount() == 0);
  }

  @Test
  void aDiskWithoutPagesInSysfsIsAskedItself() {
    tree.disk("sdd", "8:48", "devices/host9/target9:0:0/9:0:0:0");
    database.has("sdd", Map.of());
    devices.answer((file, header) -> answerPage(header));

    PathFacts facts = discovery.scan().get(0);

    assertThat(facts.pageIdentifier()).contains(new Wwid("360014054a1b2c3d00010000000000000"));
    assertThat(facts.serial()).isEqualTo("4a1b2c3d-0001");
    assertThat(facts.targetPortGroup()).isEqualTo(OptionalInt.of(1));
  }

  @Test
  void aDiskThatDoesNotAnswerHasNoPages() {
    tree.disk("sdd", "8:48", "devices/host9/target9:0:0/9:0:0:0");
    database.has("sdd", Map.of());
    devices.answer((file, header) -> header.setByte(64, (byte) 2));

    PathFacts facts = discovery.scan().get(0);

    assertThat(facts.pageIdentifier()).isEmpty();
    assertThat(facts.serial()).isEmpty();
  }

  @Test
  void aDiskOfAnRdacArrayIsKnownByTheNameOfItsPage() {
    diskWithPages("sdd", "8:48", "9:0:0:0", "00000002" + "00c9");
    devices.answer((file, header) -> answer(header, RDAC_PAGE));

    assertThat(discovery.scan()).singleElement().matches(PathFacts::rdac);
    assertThat(discovery.look("sdd"))
        .hasValueSatisfying(facts -> assertThat(facts.rdac()).isTrue());
  }

  @Test
  void anotherVendorsPageOfThatNumberIsNone() {
    diskWithPages("sdd", "8:48", "9:0:0:0", "00000002" + "00c9");
    devices.answer((file, header) -> answer(header, Bytes.ofHex("00c9002c 58585858")));

    assertThat(discovery.scan()).singleElement().matches(facts -> !facts.rdac());
  }

  @Test
  void disksWithoutThatPageAreNotAskedForIt() {
    diskWithPages("sdd", "8:48", "9:0:0:0", "00000003" + "008083");

    assertThat(discovery.scan()).singleElement().matches(facts -> !facts.rdac());
    assertThat(devices.opened()).isEmpty();
  }

  @Test
  void aDiskOf3ParHasTheNameOfItsVolume() {
    diskWithPages("sdd", "8:48", "9:0:0:0", "00000002" + "00c0").ofDevice("vendor", "3PARdata");
    Bytes page = Bytes.ofHex("00c00030 04" + "00".repeat(35) + "00000008" + "766f6c2e73716c00");
    devices.answer((file, header) -> answer(header, page));

    assertThat(discovery.scan())
        .singleElement()
        .satisfies(facts -> assertThat(facts.volume()).contains("vol.sql"));
  }

  @Test
  void onlyThatVendorsDisksAreAskedForAVolume() {
    diskWithPages("sdd", "8:48", "9:0:0:0", "00000002" + "00c0");

    assertThat(discovery.scan()).singleElement().matches(facts -> facts.volume().isEmpty());
    assertThat(devices.opened()).isEmpty();
  }

  private static final Bytes RDAC_PAGE = Bytes.ofHex("00c9002c 76616331" + "00".repeat(40));

  private SysfsTree.Disk diskWithPages(String name, String number, String address, String pages) {
    database.has(name, Map.of());
    return tree.disk(name, number, "devices/host9/target9:0:0/" + address)
        .linuxTargetPages()
        .page("vpd_pg0", Bytes.ofHex(pages));
  }

  @Test
  void disksThatAreOfflineOrBehindAnUsbBridgeAreNotAsked() {
    tree.disk("sdd", "8:48", "devices/host9/target9:0:0/9:0:0:0").ofDevice("state", "offline");
    tree.disk("sde", "8:64", "devices/usb1/1-1/host7/target7:0:0/7:0:0:0");
    database.has("sdd", Map.of());
    database.has("sde", Map.of());

    assertThat(discovery.scan()).hasSize(2);
    assertThat(devices.opened()).isEmpty();
  }

  private void awaitTold(String... lines) {
    await().atMost(LONG).untilAsserted(() -> assertThat(told).containsExactly(lines));
  }

  private static void awaitEnd(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void answerPage(Pointer header) {
    int page = header.getPointer(24).getByte(2) & 0xff;
    Bytes content =
        page == 0x83 ? SysfsTree.LINUX_TARGET_IDENTIFICATION : SysfsTree.LINUX_TARGET_SERIAL;
    answer(header, content);
  }

  private static void answer(Pointer header, Bytes content) {
    header.getPointer(16).write(0, content.toArray(), 0, content.length());
    header.setInt(72, header.getInt(12) - content.length());
  }
}
