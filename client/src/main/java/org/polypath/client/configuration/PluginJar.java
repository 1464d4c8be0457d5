package org.polypath.client.configuration;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.polypath.api.hardware.HardwareSupport;
import org.polypath.api.settings.Finding;
import org.polypath.api.settings.Finding.Severity;
import org.polypath.config.HardwareHeader;
import org.polypath.config.SourceText;

/**
 * A bundle as far as it can be known without starting it: hardware entries and components that its
 * manifest names (OSGi Compendium 112.4.1, {@code Service-Component}).
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
    try (JarFile jar = new JarFile(file.toFile())) {
      Attributes manifest =
          jar.getManifest() == null ? new Attributes() : jar.getManifest().getMainAttributes();
      String name = symbolicName(manifest, file);
      String label = ("bundle " + name + " " + text(manifest, "Bundle-Version")).strip();
      List<Finding> findings = new ArrayList<>();
      HardwareHeader header = HardwareHeader.parse(text(manifest, HardwareSupport.HEADER));
      return new PluginJar(
          label,
          header.order(),
          hardware(jar, header, label, findings),
          components(jar, text(manifest, "Service-Component"), label, findings),
          findings);
    }
  }

  private static String symbolicName(Attributes manifest, Path file) {
    String name = text(manifest, "Bundle-SymbolicName").split(";", 2)[0].strip();
    return name.isEmpty() ? file.getFileName().toString() : name;
  }

  private static Optional<SourceText> hardware(
      JarFile jar, HardwareHeader header, String label, List<Finding> findings) {
    if (header.path().isEmpty()) {
      return Optional.empty();
    }
    String name = label + " " + header.path();
    header.complaint().ifPresent(text -> findings.add(warning(name, text, "passed over")));
    try {
      return Optional.of(new SourceText(name, content(jar, header.path())));
    } catch (IOException e) {
      findings.add(warning(name, "cannot be read: " + e.getMessage(), "left out"));
      return Optional.empty();
    }
  }

  private static List<PluginComponent> components(
      JarFile jar, String paths, String label, List<Finding> findings) {
    List<PluginComponent> components = new ArrayList<>();
    for (String path : paths.split(",", -1)) {
      // patterns are for files that fragments bring
      if (!path.isBlank() && !path.contains("*")) {
        try {
          components.addAll(PluginComponent.read(content(jar, path.strip())));
        } catch (IOException e) {
          String name = label + " " + path.strip();
          findings.add(warning(name, "cannot be read: " + e.getMessage(), "left out"));
        }
      }
    }
    return components;
  }

  private static String content(JarFile jar, String path) throws IOException {
    JarEntry entry = jar.getJarEntry(path.startsWith("/") ? path.substring(1) : path);
    if (entry == null) {
      throw new IOException("there is no such file in the bundle");
    }
    try (InputStream content = jar.getInputStream(entry)) {
      return new String(content.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String text(Attributes manifest, String name) {
    return Optional.ofNullable(manifest.getValue(name)).orElse("");
  }

  private static Finding warning(String name, String text, String instead) {
    return new Finding(Severity.WARNING, name, 0, text, instead);
  }
}
