package org.polypath.dm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.polypath.api.map.MapOperation;
import org.polypath.api.map.MapOperation.Create;
import org.polypath.api.map.MapOperation.Message;
import org.polypath.api.map.MapOperation.Reload;
import org.polypath.api.map.MapOperation.Remove;
import org.polypath.api.map.MapOperation.Rename;
import org.polypath.api.map.MapOperation.Resume;
import org.polypath.api.map.MapOperation.Suspend;
import org.polypath.api.map.MapOutcome;
import org.polypath.api.map.MapOutcome.Done;
import org.polypath.api.map.MapOutcome.Refusal;
import org.polypath.api.map.MapOutcome.Refused;
import org.polypath.api.map.UdevHints;
import org.polypath.dm.FakeKernel.Device;

class MapOperationsTest {
  private static final UdevHints UNCHANGED = new UdevHints(true, false, false);
  private static final Create CREATE =
      new Create("mpatha", Samples.table(2048), false, UdevHints.NONE);

  private final FakeKernel kernel = new FakeKernel();
  private final LinuxMapDriver driver = new LinuxMapDriver(kernel);

  @AfterEach
  void noCookieIsEverLeft() {
    driver.close();
    assertThat(kernel.heldCookies).isEmpty();
  }

  @Test
  void createMakesTheDeviceLoadsItsTableAndLetsIoThrough() {
    assertThat(perform(CREATE)).isEqualTo(new Done());
    assertThat(kernel.changes())
        .containsExactly(
            "create mpatha mpath-3600a098000a1", "load mpatha", "resume mpatha flags 32");
    assertThat(kernel.devices.get("mpatha").live)
        .hasValueSatisfying(live -> assertThat(live.text()).isEqualTo(Samples.PARAMETERS));
  }

  @Test
  void createFallsBackToReadOnlyWhereThePathsTakeNoWrites() {
    kernel.failNext("load mpatha", Errno.EROFS);
    assertThat(perform(CREATE)).isEqualTo(new Done());
    assertThat(kernel.devices.get("mpatha").readOnly).isTrue();
  }

  @Test
  void reloadMakesNoMapReadOnlyThatCouldBeWritten() {
    kernel.add("mpatha", Samples.UUID, Samples.target(2048));
    kernel.failNext("load mpatha", Errno.EROFS);
    assertRefused(
        perform(new Reload("mpatha", Samples.table(2048), false, UNCHANGED)), Refusal.INVALID);
    assertThat(kernel.devices.get("mpatha").readOnly).isFalse();
  }

  @Test
  void reloadKeepsAMapReadOnlyWhosePathsStillTakeNoWrites() {
    kernel.add("mpatha", Samples.UUID, Samples.target(2048)).readOnly = true;
    kernel.failNext("load mpatha", Errno.EROFS);
    assertThat(perform(new Reload("mpatha", Samples.table(2048), false, UNCHANGED)))
        .isEqualTo(new Done());
    assertThat(kernel.devices.get("mpatha").readOnly).isTrue();
  }

  @Test
  void createThatFailsLeavesNoDevice() {
    kernel.failNext("load mpatha", Errno.EBUSY);
    assertRefused(perform(CREATE), Refusal.PATH_UNAVAILABLE);
    assertThat(kernel.devices).isEmpty();
  }

  @Test
  void createWhoseResumeFailsLeavesNoDevice() {
    kernel.failNext("resume mpatha", Errno.EINVAL);
    assertRefused(perform(CREATE), Refusal.INVALID);
    assertThat(kernel.devices).isEmpty();
    assertThat(kernel.calls).contains("cookie not sent");
  }

  @Test
  void createGoesOnWhereAnotherWasCutOff() {
    kernel.add("mpatha", Samples.UUID, Samples.target(2048)).live = Optional.empty();
    assertThat(perform(CREATE)).isEqualTo(new Done());
    assertThat(kernel.changes()).containsExactly("load mpatha", "resume mpatha flags 32");
  }

  @Test
  void createGoesOnWhereAnotherWasCutOffUnderAnotherName() {
    kernel.add("mpathb", Samples.UUID, Samples.target(2048)).live = Optional.empty();
    assertThat(perform(CREATE)).isEqualTo(new Done());
    assertThat(kernel.changes())
        .containsExactly("rename mpathb mpatha", "load mpatha", "resume mpatha flags 32");
    assertThat(kernel.devices).containsOnlyKeys("mpatha");
  }

  @Test
  void createOfAMapThatIsThereIsRefused() {
    kernel.add("mpatha", Samples.UUID, Samples.target(2048));
    assertRefused(perform(CREATE), Refusal.NAME_TAKEN);
    assertThat(kernel.devices).containsOnlyKeys("mpatha");
  }

  @Test
  void createOfATakenNameIsRefusedAndTheOtherDeviceStays() {
    kernel.add("mpatha", "LVM-x", Samples.linear());
    assertRefused(perform(CREATE), Refusal.NAME_TAKEN);
    assertThat(kernel.devices).containsOnlyKeys("mpatha");
  }

  @Test
  void createWithoutACookieChangesNothing() {
    kernel.failNext("cookie", 0);
    assertRefused(perform(CREATE), Refusal.OTHER);
    assertThat(kernel.changes()).isEmpty();
  }

  @Test
  void reloadOfTheSameSizeDoesNotWaitForIo() {
    kernel.add("mpatha", Samples.UUID, Samples.target(2048));
    assertThat(perform(new Reload("mpatha", Samples.table(2048), false, UNCHANGED)))
        .isEqualTo(new Done());
    assertThat(kernel.changes()).containsExactly("load mpatha", "resume mpatha flags 288");
  }

  @Test
  void reloadToAnotherSizeWaitsForIo() {
    kernel.add("mpatha", Samples.UUID, Samples.target(2048));
    perform(new Reload("mpatha", Samples.table(4096), false, UdevHints.NONE));
    assertThat(kernel.changes()).containsExactly("load mpatha", "resume mpatha flush flags 32");
    assertThat(kernel.devices.get("mpatha").live).contains(Samples.target(4096));
  }

  @Test
  void reloadThatCannotBeResumedGoesBackToTheOldTable() {
    kernel.add("mpatha", Samples.UUID, Samples.target(2048));
    kernel.failNext("resume mpatha", Errno.EINVAL);
    assertRefused(
        perform(new Reload("mpatha", Samples.table(4096), false, UdevHints.NONE)), Refusal.INVALID);
    assertThat(kernel.changes())
        .containsExactly(
            "load mpatha",
            "resume mpatha flush flags 32",
            "clear mpatha",
            "resume mpatha flags 288");
    assertThat(kernel.devices.get("mpatha").live).contains(Samples.target(2048));
  }

  @Test
  void renameTakesThePartitionMapsAlong() {
    kernel.add("mpatha", Samples.UUID, Samples.target(2048));
    kernel.add("mpatha-part1", "part1-" + Samples.UUID, Samples.linear());
    assertThat(perform(new Rename("mpatha", "disk1"))).isEqualTo(new Done());
    assertThat(kernel.devices).containsOnlyKeys("disk1", "disk1-part1");
  }

  @Test
  void renameChangesNothingIfANameIsTaken() {
    kernel.add("mpatha", Samples.UUID, Samples.target(2048));
    kernel.add("mpathap1", "part1-" + Samples.UUID, Samples.linear());
    kernel.add("disk1p1", "LVM-x", Samples.linear());
    assertRefused(perform(new Rename("mpatha", "disk1")), Refusal.NAME_TAKEN);
    assertThat(kernel.devices).containsOnlyKeys("mpatha", "mpathap1", "disk1p1");
  }

  @Test
  void removeTakesPartitionMapsFirst() {
    kernel.add("mpatha", Samples.UUID, Samples.target(2048)).opens = 2;
    kernel.add("mpathap1", "part1-" + Samples.UUID, Samples.linear());
    kernel.add("mpathap2", "part2-" + Samples.UUID, Samples.linear());
    assertThat(perform(new Remove("mpatha", false))).isEqualTo(new Done());
    assertThat(kernel.changes())
        .containsExactly("remove mpathap1", "remove mpathap2", "remove mpatha");
  }

  @Test
  void removeOfAMapWithAnOpenPartitionRemovesNothing() {
    kernel.add("mpatha", Samples.UUID, Samples.target(2048)).opens = 1;
    kernel.add("mpathap1", "part1-" + Samples.UUID, Samples.linear()).opens = 1;
    assertRefused(perform(new Remove("mpatha", false)), Refusal.BUSY);
    assertThat(kernel.changes()).isEmpty();
  }

  @Test
  void removeTriesAgainWhenTheMapIsOpenForAMoment() {
    kernel.add("mpatha", Samples.UUID, Samples.target(2048));
    kernel.failNext("remove mpatha", Errno.EBUSY);
    assertThat(perform(new Remove("mpatha", false))).isEqualTo(new Done());
    assertThat(kernel.changes()).containsExactly("remove mpatha", "remove mpatha");
  }

  @Test
  void aLaterTryThatCannotBeBegunEndsTheRemoval() {
    kernel.add("mpatha", Samples.UUID, Samples.target(2048));
    kernel.failNext("remove mpatha", Errno.EBUSY);
    kernel.before =
        Optional.of(
            new FakeKernel.Interruption("remove mpatha", () -> kernel.failNext("cookie", 0)));
    assertRefused(perform(new Remove("mpatha", false)), Refusal.OTHER);
  }

  @Test
  void deferredRemoveIsLeftToTheKernelWhateverIsOpen() {
    kernel.add("mpatha", Samples.UUID, Samples.target(2048)).opens = 5;
    assertThat(perform(new Remove("mpatha", true))).isEqualTo(new Done());
    assertThat(kernel.changes()).containsExactly("remove mpatha deferred");
  }

  @Test
  void aMapWhoseRemovalWaitsIsShownSoAndKeptWithItsPartitions() {
    Device map = kernel.add("mpatha", Samples.UUID, Samples.target(2048));
    Device part = kernel.add("mpathap1", "part1-" + Samples.UUID, Samples.linear());
    map.opens = 1;
    part.opens = 1;
    assertThat(perform(new Remove("mpatha", true))).isEqualTo(new Done());
    assertThat(removalDeferred()).isTrue();
    assertThat(part.removalDeferred).isTrue();

    assertThat(perform(new Message("mpatha", Message.KEEP))).isEqualTo(new Done());
    assertThat(removalDeferred()).isFalse();
    assertThat(part.removalDeferred).isFalse();
  }

  @Test
  void aMapWhoseLastUserJustWentIsNotKept() {
    kernel.add("mpatha", Samples.UUID, Samples.target(2048)).opens = 1;
    perform(new Remove("mpatha", true));
    kernel.failNext("message mpatha", Errno.EBUSY);
    assertRefused(perform(new Message("mpatha", Message.KEEP)), Refusal.BUSY);
  }

  private boolean removalDeferred() {
    return driver
        .read("mpatha")
        .toCompletableFuture()
        .orTimeout(30, TimeUnit.SECONDS)
        .join()
        .orElseThrow()
        .removalDeferred();
  }

  @Test
  void messageAndSuspendAndResumeGoToTheKernel() {
    kernel.add("mpatha", Samples.UUID, Samples.target(2048));
    perform(new Message("mpatha", "fail_path 8:0"));
    perform(new Suspend("mpatha", true));
    perform(new Resume("mpatha"));
    assertThat(kernel.changes())
        .containsExactly(
            "message mpatha fail_path 8:0", "suspend mpatha flush", "resume mpatha flags 288");
  }

  @Test
  void devicesThatAreNoMultipathMapsAreNotTouched() {
    kernel.add("home", "LVM-x", Samples.linear());
    assertRefused(perform(new Remove("home", false)), Refusal.NOT_FOUND);
    assertRefused(perform(new Rename("home", "away")), Refusal.NOT_FOUND);
    assertRefused(perform(new Suspend("home", false)), Refusal.NOT_FOUND);
    assertRefused(perform(new Resume("home")), Refusal.NOT_FOUND);
    assertRefused(perform(new Message("home", "x")), Refusal.NOT_FOUND);
    assertRefused(
        perform(new Reload("home", Samples.table(1), false, UdevHints.NONE)), Refusal.NOT_FOUND);
    assertThat(kernel.changes()).isEmpty();
  }

  private MapOutcome perform(MapOperation operation) {
    CompletableFuture<MapOutcome> outcome =
        driver.perform(Samples.WWID, operation).toCompletableFuture();
    return outcome.orTimeout(30, TimeUnit.SECONDS).join();
  }

  private static void assertRefused(MapOutcome outcome, Refusal refusal) {
    assertThat(outcome)
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> {
              assertThat(refused.refusal()).isEqualTo(refusal);
              assertThat(refused.text()).contains("could not ", "; ");
            });
  }
}
