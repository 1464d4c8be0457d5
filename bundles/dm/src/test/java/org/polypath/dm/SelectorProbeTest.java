package org.polypath.dm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.polypath.api.map.SelectorSupport;
import org.polypath.api.map.TargetVersion;

class SelectorProbeTest {
  private static final TargetVersion TARGET = new TargetVersion(1, 14, 0);

  private final FakeKernel kernel = new FakeKernel();
  private final LinuxMapDriver driver = new LinuxMapDriver(kernel);

  @AfterEach
  void close() {
    driver.close();
    assertThat(kernel.heldCookies).isEmpty();
    assertThat(kernel.devices).isEmpty();
  }

  @Test
  void aLoadedModuleNeedsNoProbe() {
    kernel.loadedModules.add("dm-service-time");

    assertThat(ask("service-time").join()).isEqualTo(new SelectorSupport(true, TARGET));
    assertThat(kernel.changes()).isEmpty();
  }

  @Test
  void aTableWhoseOnlyFaultIsItsPathShowsThatTheSelectorIsThere() {
    assertThat(ask("round-robin").join()).isEqualTo(new SelectorSupport(true, TARGET));

    assertThat(kernel.changes())
        .containsSubsequence(
            "create polypath-selector-probe polypath-selector-probe",
            "load polypath-selector-probe read-only")
        .last()
        .asString()
        .startsWith("remove polypath-selector-probe");
    assertThat(ask("round-robin").join().present()).isTrue();
    assertThat(kernel.changes().stream().filter(call -> call.startsWith("load"))).hasSize(1);
  }

  @Test
  void aTableThatIsInvalidShowsThatItIsNotThereWhichHoldsForAMinute() {
    kernel.missingSelectors.add("io-affinity");
    assertThat(ask("io-affinity").join()).isEqualTo(new SelectorSupport(false, TARGET));

    kernel.missingSelectors.clear();
    kernel.nanoTime = TimeUnit.SECONDS.toNanos(59);
    assertThat(ask("io-affinity").join().present()).isFalse();
    assertThat(kernel.changes().stream().filter(call -> call.startsWith("load"))).hasSize(1);

    kernel.nanoTime = TimeUnit.SECONDS.toNanos(60);
    assertThat(ask("io-affinity").join().present()).isTrue();
  }

  @Test
  void aModuleThatIsLoadedMeanwhileIsSeenAtOnce() {
    kernel.missingSelectors.add("io-affinity");
    assertThat(ask("io-affinity").join().present()).isFalse();

    kernel.loadedModules.add("dm-io-affinity");
    assertThat(ask("io-affinity").join().present()).isTrue();
  }

  @Test
  void severalAtOnceShareTheDeviceOneAfterTheOther() {
    kernel.missingSelectors.add("io-affinity");
    CompletableFuture<SelectorSupport> missing = ask("io-affinity");
    CompletableFuture<SelectorSupport> again = ask("io-affinity");
    CompletableFuture<SelectorSupport> present = ask("round-robin");

    assertThat(missing.join().present()).isFalse();
    assertThat(again.join().present()).isFalse();
    assertThat(present.join().present()).isTrue();
  }

  @Test
  void aDeviceThatIsLeftOverServesAgain() {
    kernel.add(SelectorProbe.DEVICE, SelectorProbe.DEVICE, Samples.linear());

    assertThat(ask("round-robin").join().present()).isTrue();
  }

  private CompletableFuture<SelectorSupport> ask(String kernelName) {
    return driver.selector(kernelName).toCompletableFuture();
  }
}
