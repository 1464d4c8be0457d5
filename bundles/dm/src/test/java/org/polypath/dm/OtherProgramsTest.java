package org.polypath.dm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.polypath.api.map.MapOperation;
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
import org.polypath.dm.FakeKernel.Interruption;

/**
 * Other programs rename, remove and make maps at any moment: no device but the meant is changed.
 */
class OtherProgramsTest {
  private static final Target OTHERS_TABLE =
      new Target(0, 777, Target.MULTIPATH, "0 0 1 1 service-time 0 1 1 8:16 1");

  private final FakeKernel kernel = new FakeKernel();
  private final LinuxMapDriver driver = new LinuxMapDriver(kernel);
  private Device map;

  @BeforeEach
  void oneMap() {
    map = kernel.add("mpatha", Samples.UUID, Samples.target(2048));
  }

  @AfterEach
  void noCookieIsEverLeft() {
    driver.close();
    assertThat(kernel.heldCookies).isEmpty();
  }

  static List<MapOperation> operations() {
    return List.of(
        new Reload("mpatha", Samples.table(4096), false, UdevHints.NONE),
        new Message("mpatha", "fail_path 8:0"),
        new Suspend("mpatha", true),
        new Resume("mpatha"),
        new Remove("mpatha", false),
        new Rename("mpatha", "disk1"));
  }

  @ParameterizedTest
  @MethodSource("operations")
  void theMapIsFoundUnderItsNewNameAndNotItsNamesake(MapOperation operation) {
    rename("mpatha", "elsewhere");
    Device namesake = namesake();

    assertThat(perform(operation)).isEqualTo(new Done());

    assertUntouched(namesake);
    assertThat(kernel.changes())
        .isNotEmpty()
        .allSatisfy(call -> assertThat(call).contains("elsewhere"));
  }

  @ParameterizedTest
  @MethodSource("operations")
  void whereTheMapHasGoneItsNamesakeIsNotTouched(MapOperation operation) {
    kernel.devices.remove("mpatha");
    Device namesake = namesake();

    assertRefused(perform(operation), Refusal.NOT_FOUND);

    assertUntouched(namesake);
    assertThat(kernel.changes()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("operations")
  void whereTheMapGoesRightBeforeTheCallItsNamesakeIsNotTouched(MapOperation operation) {
    before(
        operation.getClass().getSimpleName(),
        () -> {
          kernel.devices.remove("mpatha");
          namesake();
        });

    assertRefused(perform(operation), Refusal.NOT_FOUND);

    assertThat(kernel.devices).containsOnlyKeys("mpatha");
    assertUntouched(kernel.devices.get("mpatha"));
  }

  @Test
  void aNewTableGoesToTheMapAlsoIfItIsRenamedAndReplacedWhileItIsLoaded() {
    before(
        "Reload",
        () -> {
          rename("mpatha", "elsewhere");
          namesake();
        });

    assertThat(perform(new Reload("mpatha", Samples.table(4096), false, UdevHints.NONE)))
        .isEqualTo(new Done());

    assertThat(map.live).contains(Samples.target(4096));
    assertUntouched(kernel.devices.get("mpatha"));
  }

  @Test
  void aMessageGivenWhileARenameIsUnderWayArrives() {
    kernel.udevAnswers = false;
    var renamed = driver.perform(Samples.WWID, new Rename("mpatha", "disk1")).toCompletableFuture();
    var told =
        driver.perform(Samples.WWID, new Message("mpatha", "fail_path 8:0")).toCompletableFuture();

    assertThat(told.orTimeout(30, TimeUnit.SECONDS).join()).isEqualTo(new Done());
    assertThat(renamed).isNotDone();
    assertThat(map.messages).containsExactly("fail_path 8:0");
    kernel.unansweredCookies.clear();
    assertThat(renamed.orTimeout(30, TimeUnit.SECONDS).join()).isEqualTo(new Done());
  }

  @Test
  void aPartitionMapIsRemovedByItsUuidAndNotByItsName() {
    kernel.add("mpathap1", "part1-" + Samples.UUID, Samples.linear());
    before(
        "Remove",
        () -> {
          rename("mpathap1", "elsewhere");
          kernel.add("mpathap1", "LVM-x", Samples.linear());
        });

    assertThat(perform(new Remove("mpatha", false))).isEqualTo(new Done());

    assertThat(kernel.devices).containsOnlyKeys("mpathap1");
  }

  @Test
  void aMapThatHasItsNewNameAlreadyIsDone() {
    assertThat(perform(new Rename("old", "mpatha"))).isEqualTo(new Done());
    assertThat(kernel.changes()).isEmpty();
  }

  @Test
  void aDeviceThatWasRenamedInTheMapsPlaceGetsItsNameBack() {
    before(
        "Rename",
        () -> {
          rename("mpatha", "elsewhere");
          namesake();
        });

    assertRefused(perform(new Rename("mpatha", "disk1")), Refusal.NOT_FOUND);

    assertThat(kernel.devices).containsOnlyKeys("elsewhere", "mpatha");
    assertThat(kernel.devices.get("elsewhere")).isSameAs(map);
  }

  @Test
  void aDeviceThatWasRenamedInTheMapsPlaceAndThenByAnotherIsLeftAlone() {
    before(
        "Rename",
        () -> {
          rename("mpatha", "elsewhere");
          namesake();
          kernel.after = Optional.of(() -> rename("disk1", "third"));
        });

    assertRefused(perform(new Rename("mpatha", "disk1")), Refusal.NOT_FOUND);

    assertThat(kernel.devices).containsOnlyKeys("elsewhere", "third");
  }

  @Test
  void whoGetsTheMapsNewNameAfterItIsNotTouched() {
    Device other = kernel.add("other", "mpath-3another", OTHERS_TABLE);
    kernel.after =
        Optional.of(
            () -> {
              rename("disk1", "elsewhere");
              rename("other", "disk1");
            });

    assertThat(perform(new Rename("mpatha", "disk1"))).isEqualTo(new Done());

    assertThat(kernel.devices.get("disk1")).isSameAs(other);
    assertThat(kernel.devices.get("elsewhere")).isSameAs(map);
  }

  private Device namesake() {
    return kernel.add("mpatha", "mpath-3another", OTHERS_TABLE);
  }

  private void before(String operation, Runnable program) {
    String call = operation.equals("Reload") ? "load" : operation.toLowerCase(Locale.ROOT);
    kernel.before = Optional.of(new Interruption(call, program));
  }

  private void rename(String name, String newName) {
    kernel.devices.put(newName, kernel.devices.remove(name));
  }

  private static void assertUntouched(Device device) {
    assertThat(device.live).contains(OTHERS_TABLE);
    assertThat(device.loaded).isEmpty();
    assertThat(device.suspended).isFalse();
    assertThat(device.messages).isEmpty();
  }

  private MapOutcome perform(MapOperation operation) {
    return driver
        .perform(Samples.WWID, operation)
        .toCompletableFuture()
        .orTimeout(30, TimeUnit.SECONDS)
        .join();
  }

  private static void assertRefused(MapOutcome outcome, Refusal refusal) {
    assertThat(outcome)
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.refusal()).isEqualTo(refusal));
  }
}
