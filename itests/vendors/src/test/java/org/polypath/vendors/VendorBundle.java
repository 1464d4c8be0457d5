package org.polypath.vendors;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.polypath.config.SourceText;

/**
 * A vendor's bundle as it is shipped.
 *
 * @param name its symbolic name
 * @param order lower ones are weaker
 * @param text its hardware entries
 */
record VendorBundle(String name, int order, SourceText text) {
  static final String PREFIX = "org.polypath.vendor.";
  private static final String HEADER_START = "hardware.conf;order=";

  /** All that are shipped, weak ones first. */
  static List<VendorBundle> shipped() {
    Path bundles = Path.of(System.getProperty("polypath.distribution"), "bundle");
    try (Stream<Path> jars = Files.list(bundles)) {
      return jars.filter(jar -> jar.getFileName().toString().startsWith(PREFIX))
          .map(VendorBundle::read)
          .sorted(Comparator.comparingInt(VendorBundle::order).thenComparing(VendorBundle::name))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static VendorBundle read(Path jar) {
    try (JarFile file = new JarFile(jar.toFile())) {
      Attributes headers = file.getManifest().getMainAttributes();
      String name = headers.getValue("Bundle-SymbolicName");
      String header = headers.getValue("Polypath-Hardware");
      if (header == null || !header.startsWith(HEADER_START)) {
        throw new AssertionError(name + ": Polypath-Hardware: " + header);
      }
      try (InputStream content = file.getInputStream(file.getEntry("hardware.conf"))) {
        String text = new String(content.readAllBytes(), StandardCharsets.UTF_8);
        return new VendorBundle(
            name,
            Integer.parseInt(header.substring(HEADER_START.length())),
            new SourceText(name, text));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(jar.toString(), e);
    }
  }
}
