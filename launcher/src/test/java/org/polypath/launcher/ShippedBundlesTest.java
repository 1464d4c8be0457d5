package org.polypath.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShippedBundlesTest {
  @TempDir Path home;

  private void ship(String... names) throws IOException {
    Path folder = Files.createDirectories(home.resolve("bundle"));
    for (String name : names) {
      Files.createFile(folder.resolve(name));
    }
  }

  @Test
  void thePlatformStartsAfterItsPlugInsAndSoStopsBeforeThem() throws Exception {
    ship(
        "org.polypath.control.jar",
        "org.polypath.daemon.jar",
        "org.apache.felix.scr.jar",
        "org.polypath.checker.tur.jar",
        "org.polypath.linux.jar",
        "README.md");

    assertThat(ShippedBundles.of(home))
        .extracting(bundle -> bundle.startLevel() + " " + bundle.jar().getFileName())
        .containsExactly(
            "1 org.apache.felix.scr.jar",
            "1 org.polypath.checker.tur.jar",
            "1 org.polypath.linux.jar",
            "2 org.polypath.control.jar",
            "2 org.polypath.daemon.jar");
  }

  @Test
  void anInstallationWithoutBundlesIsNamed() throws IOException {
    assertThatThrownBy(() -> ShippedBundles.of(home))
        .isInstanceOf(LaunchException.class)
        .hasMessageContaining(home.resolve("bundle").toString());
    ship();
    assertThatThrownBy(() -> ShippedBundles.of(home))
        .isInstanceOf(LaunchException.class)
        .hasMessageContaining("incomplete");
  }
}
