package org.polypath.client.configuration;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.polypath.api.hardware.HardwareSupport;
import org.polypath.api.settings.Finding;
import org.polypath.api.settings.Finding.Severity;
import org.polypath.client.plugin.BundleJar;
import org.polypath.client.plugin.PluginComponent;
import org.polypath.config.HardwareHeader;
import org.polypath.config.SourceText;

/**
 * A bundle as far as it can be known without starting it: the hardware entries and components that
 * its manifest names.
 *
 * @param label what it is called in findings
 * @param order hardware entries of bundles with a lower one are weaker
 * @param hardware its hardware entries, if it has some
 * @param components its components
 * @param findings what is wrong with them
 */
record PluginJar(
    String label,
    int order,
    Optional<SourceText> hardware,
    List<PluginComponent> components,
    List<Finding> findings) {
  /** Those with weak hardware entries first. */
  static final Comparator<PluginJar> WEAK_FIRST =
      Comparator.comparingInt(PluginJar::order).thenComparing(PluginJar::label);

  /**
   * Reads one.
   *
   * @throws IOException if it is no jar
   */
  static PluginJar read(Path file) throws IOException {
    try (BundleJar jar = new BundleJar(file)) {
      String label =
          ("bundle " + symbolicName(jar, file) + " " + jar.header("Bundle-Version")).strip();
      List<Finding> findings = new ArrayList<>();
      HardwareHeader header = HardwareHeader.parse(jar.header(HardwareSupport.HEADER));
      return new PluginJar(
          label,
          header.order(),
          hardware(jar, header, label, findings),
          components(jar, label, findings),
          findings);
    }
  }

  private static String symbolicName(BundleJar jar, Path file) {
    String name = jar.header("Bundle-SymbolicName").split(";", 2)[0].strip();
    return name.isEmpty() ? file.getFileName().toString() : name;
  }

  private static Optional<SourceText> hardware(
      BundleJar jar, HardwareHeader header, String label, List<Finding> findings) {
    if (header.path().isEmpty()) {
      return Optional.empty();
    }
    String name = label + " " + header.path();
    header.complaint().ifPresent(text -> findings.add(warning(name, text, "passed over")));
    try {
      return Optional.of(new SourceText(name, jar.content(header.path())));
    } catch (IOException e) {
      findings.add(warning(name, "cannot be read: " + e.getMessage(), "left out"));
      return Optional.empty();
    }
  }

  private static List<PluginComponent> components(
      BundleJar jar, String label, List<Finding> findings) {
    List<PluginComponent> components = new ArrayList<>();
    for (String path : jar.descriptions()) {
      try {
        components.addAll(PluginComponent.read(jar.content(path)));
      } catch (IOException e) {
        findings.add(warning(label + " " + path, "cannot be read: " + e.getMessage(), "left out"));
      }
    }
    return components;
  }

  private static Finding warning(String name, String text, String instead) {
    return new Finding(Severity.WARNING, name, 0, text, instead);
  }
}
