package org.polypath.dm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.polypath.api.map.MapOperation;
import org.polypath.api.map.MapOperation.Create;
import org.polypath.api.map.MapOperation.Message;
import org.polypath.api.map.MapOperation.Reload;
import org.polypath.api.map.MapOperation.Remove;
import org.polypath.api.map.MapOperation.Resume;
import org.polypath.api.map.MapOperation.Suspend;
import org.polypath.api.map.MapOutcome;
import org.polypath.api.map.MapOutcome.Done;
import org.polypath.api.map.UdevHints;
import org.polypath.api.path.Wwid;

/** A disk that does not answer holds up its own map and nothing else. */
class HungDiskTest {
  private final FakeKernel kernel = new FakeKernel();
  private final LinuxMapDriver driver = new LinuxMapDriver(kernel);

  @BeforeEach
  void twoMaps() {
    kernel.add("hung", Samples.UUID, Samples.target(2048)).status = Samples.STATUS;
    kernel.add("mpathb", Samples.UUID + "b", Samples.target(2048)).status = Samples.STATUS;
  }

  @AfterEach
  void close() {
    kernel.diskAnswers.countDown();
    driver.close();
    assertThat(kernel.heldCookies).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"load", "resume", "suspend", "message", "remove"})
  void whateverWaitsOtherMapsAreReloadedReadAndListed(String call) {
    kernel.waits = Optional.of(call + " hung");
    CompletableFuture<MapOutcome> slow = perform(operationWith(call));

    assertThat(done(perform(reload("mpathb")))).isEqualTo(new Done());
    assertThat(done(perform(new Message("mpathb", "x")))).isEqualTo(new Done());
    assertThat(done(driver.read("mpathb").toCompletableFuture())).isPresent();
    assertThat(done(driver.read("hung").toCompletableFuture())).isPresent();
    assertThat(done(driver.read().toCompletableFuture()).maps()).hasSize(2);
    assertThat(slow).isNotDone();

    kernel.diskAnswers.countDown();
    assertThat(done(slow)).isEqualTo(new Done());
  }

  @Test
  void aCreationThatWaitsHoldsUpNoOtherCreation() {
    kernel.waits = Optional.of("load slow");
    CompletableFuture<MapOutcome> slow = perform(create("slow"));

    List<CompletableFuture<MapOutcome>> others =
        IntStream.range(0, 50).mapToObj(i -> perform(create("other" + i))).toList();

    assertThat(others).allSatisfy(other -> assertThat(done(other)).isEqualTo(new Done()));
    assertThat(slow).isNotDone();
    kernel.diskAnswers.countDown();
    assertThat(done(slow)).isEqualTo(new Done());
  }

  @Test
  void whatWaitsWhenTheBindingStopsDoesNotKeepItFromStopping() {
    kernel.waits = Optional.of("load hung");
    CompletableFuture<MapOutcome> slow = perform(reload("hung"));

    driver.close();

    assertThat(kernel.calls).contains("close");
    kernel.diskAnswers.countDown();
    assertThat(done(slow)).isInstanceOf(MapOutcome.Refused.class);
  }

  private static MapOperation operationWith(String call) {
    return switch (call) {
      case "load" -> reload("hung");
      case "resume" -> new Resume("hung");
      case "suspend" -> new Suspend("hung", true);
      case "message" -> new Message("hung", "x");
      default -> new Remove("hung", false);
    };
  }

  private static Reload reload(String name) {
    return new Reload(name, Samples.table(2048), false, UdevHints.NONE);
  }

  private static Create create(String name) {
    return new Create(name, Samples.table(2048), false, UdevHints.NONE);
  }

  private static Wwid wwid(String name) {
    return switch (name) {
      case "hung" -> Samples.WWID;
      case "mpathb" -> new Wwid(Samples.WWID + "b");
      default -> new Wwid("3" + name);
    };
  }

  private CompletableFuture<MapOutcome> perform(MapOperation operation) {
    return driver.perform(wwid(operation.name()), operation).toCompletableFuture();
  }

  private static <T> T done(CompletableFuture<T> outcome) {
    return outcome.orTimeout(30, TimeUnit.SECONDS).join();
  }
}
