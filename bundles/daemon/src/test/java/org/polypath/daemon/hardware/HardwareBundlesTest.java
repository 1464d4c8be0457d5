package org.polypath.daemon.hardware;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleEvent;
import org.polypath.api.hardware.HardwareSupport;
import org.polypath.api.settings.Finding;
import org.polypath.config.SourceText;

/** Bundles that only hold a file. */
class HardwareBundlesTest {
  private static final String NAME = "bundle com.acme.support 1.0.0 hardware.conf";

  @TempDir Path content;
  private final HardwareTable table = new HardwareTable();
  private final HardwareBundles bundles = new HardwareBundles(table);

  private Bundle start(Map<String, String> headers) {
    Bundle bundle = FakeBundle.of(content, headers);
    bundles.addingBundle(bundle, new BundleEvent(BundleEvent.STARTED, bundle));
    return bundle;
  }

  private Bundle start(String header) throws IOException {
    Files.writeString(content.resolve("hardware.conf"), "devices {\n}\n");
    return start(Map.of(HardwareSupport.HEADER, header));
  }

  @Test
  void theFileThatTheManifestNamesIsTakenIn() throws IOException {
    start("hardware.conf");
    assertThat(table.entries().texts()).containsExactly(new SourceText(NAME, "devices {\n}\n"));
    assertThat(table.entries().findings()).isEmpty();
  }

  @Test
  void itGoesWithItsBundle() throws IOException {
    Bundle bundle = start("hardware.conf");
    bundles.removedBundle(bundle, new BundleEvent(BundleEvent.STOPPING, bundle), bundle);
    assertThat(table.entries().texts()).isEmpty();
  }

  @Test
  void otherBundlesAreNoneOfIt() {
    assertThat(
            bundles.addingBundle(
                FakeBundle.of(content, Map.of()),
                new BundleEvent(BundleEvent.STARTED, FakeBundle.of(content, Map.of()))))
        .isNull();
    assertThat(table.entries().texts()).isEmpty();
  }

  @Test
  void aFileThatIsNotThereIsAFinding() {
    start(Map.of(HardwareSupport.HEADER, "hardware.conf"));
    assertThat(table.entries().texts()).isEmpty();
    assertThat(table.entries().findings())
        .extracting(Finding::message)
        .containsExactly(NAME + ": cannot be read: there is no such file in the bundle; left out");
  }

  @Test
  void aWrongOrderIsAFindingAndTheEntriesHold() throws IOException {
    start("hardware.conf;order=high");
    assertThat(table.entries().texts()).hasSize(1);
    assertThat(table.entries().findings())
        .extracting(Finding::message)
        .containsExactly(
            NAME + ": \"order=high\" in the manifest header Polypath-Hardware; passed over");
  }
}
