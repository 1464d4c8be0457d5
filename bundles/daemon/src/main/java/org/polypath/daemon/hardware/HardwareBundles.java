package org.polypath.daemon.hardware;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleEvent;
import org.osgi.util.tracker.BundleTrackerCustomizer;
import org.polypath.api.hardware.HardwareSupport;
import org.polypath.api.settings.Finding;
import org.polypath.config.HardwareHeader;
import org.polypath.config.SourceText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The extender: takes in the file of every started bundle that names one in its manifest, and takes
 * it out when the bundle stops. Called by whatever thread starts and stops bundles.
 */
final class HardwareBundles implements BundleTrackerCustomizer<Bundle> {
  private static final Logger LOG = LoggerFactory.getLogger(HardwareBundles.class);

  private final HardwareTable table;

  HardwareBundles(HardwareTable table) {
    this.table = table;
  }

  @Override
  public Bundle addingBundle(Bundle bundle, BundleEvent event) {
    Optional<String> header =
        Optional.ofNullable(bundle.getHeaders("").get(HardwareSupport.HEADER));
    header.ifPresent(value -> take(bundle, HardwareHeader.parse(value)));
    // the tracker takes nothing for "not tracked"
    return header.isPresent() ? bundle : null;
  }

  @Override
  public void modifiedBundle(Bundle bundle, BundleEvent event, Bundle tracked) {
    // started and being started are the same here
  }

  @Override
  public void removedBundle(Bundle bundle, BundleEvent event, Bundle tracked) {
    LOG.debug("hardware entries leave; bundle: {}", Label.of(bundle));
    table.remove(bundle);
  }

  private void take(Bundle bundle, HardwareHeader header) {
    String name = Label.of(bundle) + " " + header.path();
    List<SourceText> texts = new ArrayList<>();
    List<Finding> findings = new ArrayList<>();
    header
        .complaint()
        .ifPresent(complaint -> findings.add(Label.warning(name, complaint, "passed over")));
    try {
      texts.add(new SourceText(name, read(bundle, header.path())));
      LOG.debug("hardware entries come; from: {}", name);
    } catch (IOException | IllegalStateException e) {
      findings.add(Label.warning(name, "cannot be read: " + e.getMessage(), "left out"));
    }
    table.put(
        bundle,
        new HardwareSource(
            header.path(),
            header.order(),
            Label.symbolicName(bundle),
            bundle.getVersion(),
            bundle.getBundleId(),
            texts,
            findings));
  }

  private static String read(Bundle bundle, String path) throws IOException {
    URL file = path.isEmpty() ? null : bundle.getEntry(path);
    if (file == null) {
      throw new IOException("there is no such file in the bundle");
    }
    try (InputStream content = file.openStream()) {
      return new String(content.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
