package org.polypath.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.polypath.api.map.MapOutcome.Refusal;
import org.polypath.api.map.MapOutcome.Refused;
import org.polypath.api.map.MultipathTable;
import org.polypath.api.path.DeviceNumber;
import org.polypath.api.path.PathState;
import org.polypath.api.path.Wwid;
import org.polypath.api.platform.Command;
import org.polypath.api.settings.NoPathRetry;
import org.polypath.api.settings.Setting;
import org.polypath.core.event.Event;

/** What the kernel refuses is not forgotten, and what changes meanwhile is not held up. */
class RefusalsTest {
  private static final DeviceNumber SDA = new DeviceNumber(8, 0);

  private final FakeHost host = new FakeHost();
  private FakeDevice sda;
  private FakeDevice sdb;

  @BeforeEach
  void twoPathsToOneDisk() {
    sda = host.path("sda", 0, "3600a", 50);
    sdb = host.path("sdb", 16, "3600a", 50);
  }

  @Test
  void queueConfiguredWhileRetriesRunDoesNotFailIo() {
    host.configuration = host.configuration.with(NoPathRetry.retries(6));
    host.start();
    host.devices.values().forEach(d -> d.state = PathState.DOWN);
    host.runFor(12_000);
    host.configuration = host.configuration.with(NoPathRetry.QUEUE);
    host.answer(new Command.Reconfigure(false));
    host.runFor(120_000);
    assertThat(host.kernel.log).noneMatch(o -> o.toString().contains("fail_if_no_path"));
  }

  @Test
  void refusedFailIfNoPathIsTriedAgain() {
    host.configuration = host.configuration.with(NoPathRetry.retries(2));
    host.start();
    host.kernel.refuseOnce.add("fail_if_no_path");
    host.devices.values().forEach(d -> d.state = PathState.DOWN);
    host.runFor(600_000);
    assertThat(host.kernel.only().table.queuesWithoutPath()).isFalse();
  }

  @Test
  void refusedQueueIfNoPathIsTriedAgain() {
    host.configuration = host.configuration.with(NoPathRetry.retries(2));
    host.start();
    host.devices.values().forEach(d -> d.state = PathState.DOWN);
    host.runFor(60_000);
    assertThat(host.kernel.only().table.queuesWithoutPath()).isFalse();
    host.kernel.refuseOnce.add("queue_if_no_path");
    host.devices.values().forEach(d -> d.state = PathState.UP);
    host.runFor(600_000);
    assertThat(host.kernel.only().failed).isEmpty();
    assertThat(host.kernel.only().table.queuesWithoutPath()).isTrue();
  }

  @Test
  void aTableThatWasRefusedIsLoadedLaterAndNotTakenForTheKernelsOwn() {
    host.configuration = host.configuration.withPolicy("failover");
    host.start();
    assertThat(host.kernel.only().table.groups()).hasSize(2);
    host.kernel.refusals.put("Reload", new Refused(Refusal.OTHER, "no memory"));
    host.configuration = host.configuration.withPolicy("multibus");
    host.give(new Command.Reconfigure(false));
    host.runFor(60_000);
    host.kernel.refusals.clear();
    host.runFor(600_000);
    assertThat(host.kernel.only().table.groups()).hasSize(1);
    assertThat(host.reports).noneMatch(report -> report.decision().contains("accepted"));
  }

  @Test
  void aMapThatCannotBeMadeAnyMoreIsNotShownAsAboutToBe() {
    host.kernel.refusals.put("Create", new Refused(Refusal.OTHER, "no memory"));
    host.start();
    host.devices.values().forEach(device -> device.attention = true);
    host.devices.values().forEach(device -> device.state = PathState.DOWN);
    host.runFor(10_000);
    host.kernel.refusals.clear();
    host.runFor(600_000);
    assertThat(host.topology().maps()).isEmpty();
    assertThat(host.kernel.maps).isEmpty();

    host.devices.values().forEach(device -> device.state = PathState.UP);
    host.runFor(60_000);
    assertThat(host.kernel.only().table.devices()).hasSize(2);
  }

  @Test
  void aNewPathIsTakenAtOnceAlthoughTheMapWasRefusedBefore() {
    host.configuration = host.configuration.with(NoPathRetry.FAIL);
    host.start();
    // a path comes that cannot be loaded, for half an hour
    host.kernel.refusals.put("Reload", new Refused(Refusal.OTHER, "device busy"));
    FakeDevice sdc = host.path("sdc", 32, "3600a", 50);
    host.tell(new Event.PathFound(sdc.facts));
    host.runFor(1_800_000);
    host.tell(new Event.PathLost("sdc"));
    host.devices.remove("sdc");
    host.runFor(10_000);
    host.kernel.refusals.clear();
    host.runFor(10_000);
    // now the paths die, and others come
    sda.state = PathState.DOWN;
    sdb.state = PathState.DOWN;
    host.runFor(25_000);
    FakeDevice sdd = host.path("sdd", 48, "3600a", 50);
    host.tell(new Event.PathFound(sdd.facts));
    host.runFor(20_000);
    assertThat(host.kernel.only().table.devices()).contains(new DeviceNumber(8, 48));
  }

  @Test
  void afterARenameThatCouldNotBeReadTheMapIsReadAgain() {
    host.start();
    host.configuration = host.configuration.withAlias("data");
    host.give(new Command.Reconfigure(false));
    host.runFor(1);
    for (int i = 0; i < 200 && !host.kernel.maps.containsKey("data"); i++) {
      host.runFor(1);
    }
    host.unreadable = true;
    host.runFor(100);
    host.unreadable = false;
    host.runFor(60_000);
    assertThat(host.topology().map("data")).isPresent();
    host.kernel.ioFails(SDA);
    host.runFor(300_000);
    assertThat(host.kernel.only().failed).isEmpty();
  }

  @Test
  void aTableIsNeverLoadedIntoAnotherDisksMap() {
    host.start();
    // another program makes a map called data; its event is not here yet when the alias is
    // configured
    MultipathTable foreign = new MultipathTable(16384, List.of(), List.of(), 0, List.of());
    host.configuration =
        host.configuration
            .withAlias("data")
            .with(NoPathRetry.QUEUE)
            .forMaps(m -> m.selector(Setting.builtIn("queue-length")));
    host.kernel.refusals.put("Rename", new Refused(Refusal.NAME_TAKEN, "data"));
    host.give(new Command.Reconfigure(false));
    host.runFor(3);
    FakeKernel.KernelSide another =
        new FakeKernel.KernelSide(new Wwid("3600f"), "data", new DeviceNumber(254, 77), foreign);
    another.openCount = 1;
    host.kernel.maps.put("data", another);
    host.runFor(10_000);
    assertThat(host.kernel.maps.get("data").table.devices()).isEmpty();
  }

  @Test
  void messagesGivenDuringARenameArrive() {
    host.configuration = host.configuration.with(NoPathRetry.retries(2));
    host.start();
    host.configuration = host.configuration.withAlias("data");
    host.give(new Command.Reconfigure(false));
    while (!host.kernel.maps.containsKey("data")) {
      host.runFor(1);
    }
    // the rename is done in the kernel, its end is not told yet
    host.give(new Command.DisableQueueing(Optional.empty()));
    host.runFor(60_000);
    assertThat(host.kernel.only().table.queuesWithoutPath()).isFalse();
  }

  @Test
  void aMapThatVanishedWhileItWasReadCanBeMadeAgain() {
    host.start();
    host.configuration = host.configuration.withAlias("data");
    host.kernel.refusals.put("Rename", new Refused(Refusal.OTHER, "no"));
    host.answer(new Command.Reconfigure(false));
    host.runFor(60_000);

    host.readMillis = 50;
    host.tell(new Event.MapStirred("mpatha"));
    host.kernel.maps.remove("mpatha");
    host.runFor(1);
    host.give(new Command.Reconfigure(false));
    host.runFor(200);
    host.kernel.refusals.clear();
    host.runFor(5_000);
    long again = host.give(new Command.AddMap("3600a"));
    host.runFor(900_000);
    assertThat(host.kernel.maps).hasSize(1);
    assertThat(host.answers).containsKey(again);
  }

  @Test
  void refusedMessagesDoNotDelayAReload() {
    host.start();
    host.kernel.refusals.put("Message", new Refused(Refusal.OTHER, "x"));
    for (int i = 0; i < 10; i++) {
      sda.state = PathState.DOWN;
      host.runFor(25_000);
      sda.state = PathState.UP;
      host.runFor(12_000);
    }
    host.kernel.refusals.clear();
    host.kernel.refusals.put("Reload", new Refused(Refusal.OTHER, "once"));
    FakeDevice sdc = host.path("sdc", 32, "3600a", 50);
    host.tell(new Event.PathFound(sdc.facts));
    host.runFor(500);
    host.kernel.refusals.clear();
    host.runFor(20_000);
    assertThat(host.kernel.only().table.devices()).contains(new DeviceNumber(8, 32));
  }

  @Test
  void aRefusedFailPathOfAStrangersPathIsNotSentInALoop() {
    host.configuration = host.configuration.withPolicy("multibus");
    host.start();
    MultipathTable theirs = host.kernel.only().table;
    sda.identity = Optional.of(new Wwid("3600b"));
    sda.attention = true;
    host.runFor(25_000);
    host.kernel.refusals.put("Message", new Refused(Refusal.OTHER, "no"));
    host.kernel.refusals.put("Reload", new Refused(Refusal.OTHER, "no"));
    host.kernel.load(host.kernel.only(), theirs);
    host.runFor(5_000);
    host.kernel.log.clear();
    host.runFor(10_000);
    assertThat(host.kernel.log.size()).as("operations in 10 s").isLessThan(50);
  }

  @Test
  void atItsEndTheDaemonEndsAWaitingThatIsJustBeingSwitchedOn() {
    host.configuration =
        host.configuration
            .with(NoPathRetry.retries(2))
            .forDaemon(d -> d.queueWithoutDaemon(Setting.builtIn(false)));
    host.start();
    host.devices.values().forEach(d -> d.state = PathState.DOWN);
    host.runFor(60_000);
    assertThat(host.kernel.only().table.queuesWithoutPath()).isFalse();
    host.readMillis = 30;
    host.devices.values().forEach(d -> d.state = PathState.UP);
    while (host.kernel.log.stream().noneMatch(o -> o.toString().contains("=queue_if_no_path"))) {
      host.runFor(1);
    }
    long number = host.give(new Command.EndQueueing());
    while (!host.answers.containsKey(number)) {
      host.runFor(1);
    }

    assertThat(host.kernel.only().table.queuesWithoutPath()).isFalse();
  }
}
