package org.polypath.container;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/** Makes a vendor's bundle without code: a manifest and a file. */
final class HardwareBundle {
  private HardwareBundle() {}

  /** The bundle in a version, with what it sets for the vendor's arrays. */
  static InputStream version(String version, String... lines) {
    return jar("com.acme.support", version, entry(lines));
  }

  /** Any bundle of the kind. */
  static InputStream jar(String name, String version, String text) {
    Manifest manifest = new Manifest();
    Attributes headers = manifest.getMainAttributes();
    headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    headers.putValue("Bundle-ManifestVersion", "2");
    headers.putValue("Bundle-SymbolicName", name);
    headers.putValue("Bundle-Version", version);
    headers.putValue("Polypath-Hardware", "hardware.conf");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JarOutputStream jar = new JarOutputStream(bytes, manifest)) {
      jar.putNextEntry(new ZipEntry("hardware.conf"));
      jar.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new ByteArrayInputStream(bytes.toByteArray());
  }

  /** A section with one entry for the vendor's arrays. */
  static String entry(String... lines) {
    return "devices {\n device {\n  vendor ACME\n  product Vault\n"
        + String.join("\n", lines)
        + "\n }\n}\n";
  }
}
