package org.polypath.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What lies in the deploy folder at the start is waited for, but not for ever. */
class DeployedAtStartTest {
  private static final long FOR_EVER = Duration.ofDays(1).toMillis();

  @TempDir private Path folder;

  @Test
  @Timeout(60)
  void whereNothingIsDeployedNobodyWaits() throws IOException {
    new DeployedAtStart(Optional.empty(), FOR_EVER).await();
    new DeployedAtStart(Optional.of(folder.resolve("missing")), FOR_EVER).await();
    Files.writeString(folder.resolve("README"), "no jar");
    new DeployedAtStart(Optional.of(folder), FOR_EVER).await();
  }

  @Test
  void itIsWaitedForUntilItServes() throws Exception {
    Files.createFile(folder.resolve("vendor.jar"));
    DeployedAtStart deployed = new DeployedAtStart(Optional.of(folder), FOR_EVER);
    CompletableFuture<Void> waiting = CompletableFuture.runAsync(deployed::await);
    TimeUnit.MILLISECONDS.sleep(100);
    assertThat(waiting).isNotDone();
    deployed.run();
    assertThat(waiting).succeedsWithin(Duration.ofSeconds(60));
  }

  @Test
  @Timeout(60)
  void aDeployerThatSaysNothingIsNotWaitedForForEver() throws IOException {
    Files.createFile(folder.resolve("vendor.jar"));
    new DeployedAtStart(Optional.of(folder), 10).await();
  }
}
