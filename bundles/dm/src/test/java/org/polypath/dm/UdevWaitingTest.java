package org.polypath.dm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.polypath.api.map.MapOperation.Create;
import org.polypath.api.map.MapOutcome;
import org.polypath.api.map.MapOutcome.Done;
import org.polypath.api.map.UdevHints;
import org.polypath.api.path.Wwid;

class UdevWaitingTest {
  private final FakeKernel kernel = new FakeKernel();
  private final LinuxMapDriver driver = new LinuxMapDriver(kernel);

  @AfterEach
  void noCookieIsEverLeft() {
    driver.close();
    assertThat(kernel.heldCookies).isEmpty();
  }

  @Test
  void anOperationIsDoneWhenUdevIs() {
    kernel.udevAnswers = false;
    CompletableFuture<MapOutcome> created = create("mpatha");
    // what comes later on the one thread is done: so the first was begun
    assertThat(driver.read("none").toCompletableFuture().join()).isEmpty();
    assertThat(created).isNotDone();
    kernel.unansweredCookies.clear();
    assertThat(done(created)).isEqualTo(new Done());
  }

  @Test
  void mapsAreWaitedForSideBySide() {
    kernel.udevAnswers = false;
    CompletableFuture<MapOutcome> first = create("mpatha");
    assertThat(driver.read("none").toCompletableFuture().join()).isEmpty();
    kernel.udevAnswers = true;
    assertThat(done(create("mpathb"))).isEqualTo(new Done());
    assertThat(first).isNotDone();
    kernel.unansweredCookies.clear();
    assertThat(done(first)).isEqualTo(new Done());
  }

  @Test
  void withoutUdevTheNodeIsMadeHere() {
    kernel.udevAnswers = false;
    kernel.udevRuns = false;
    assertThat(done(create("mpatha"))).isEqualTo(new Done());
    assertThat(kernel.calls).contains("node mpatha");
  }

  @Test
  void aNodeThatCannotBeMadeDoesNotUndoTheMap() {
    kernel.udevAnswers = false;
    kernel.udevRuns = false;
    kernel.failNext("node mpatha", Errno.EACCES);
    assertThat(done(create("mpatha"))).isEqualTo(new Done());
    assertThat(kernel.devices).containsOnlyKeys("mpatha");
  }

  @Test
  void aNewMapWaitsNoLongerThanItIsTold() {
    kernel.udevAnswers = false;
    Duration patience = Duration.ofMillis(300);
    long start = System.nanoTime();

    assertThat(done(create("mpatha", patience))).isEqualTo(new Done());

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(patience);
    assertThat(kernel.heldCookies).isEmpty();
    assertThat(kernel.devices).containsOnlyKeys("mpatha");
  }

  @Test
  void closingEndsWhatIsUnderWayAndGivesBackItsCookie() {
    kernel.udevAnswers = false;
    CompletableFuture<MapOutcome> created = create("mpatha");
    assertThat(driver.read("none").toCompletableFuture().join()).isEmpty();
    assertThat(kernel.heldCookies).hasSize(1);
    driver.close();
    assertThat(done(created)).isNotNull();
    assertThat(kernel.heldCookies).isEmpty();
  }

  private CompletableFuture<MapOutcome> create(String name) {
    return create(name, Create.USUAL_PATIENCE);
  }

  private CompletableFuture<MapOutcome> create(String name, Duration patience) {
    return driver
        .perform(
            new Wwid("3" + name),
            new Create(name, Samples.table(2048), false, UdevHints.NONE, patience))
        .toCompletableFuture();
  }

  private static MapOutcome done(CompletableFuture<MapOutcome> outcome) {
    return outcome.orTimeout(30, TimeUnit.SECONDS).join();
  }
}
