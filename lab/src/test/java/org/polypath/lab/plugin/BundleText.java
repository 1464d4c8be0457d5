package org.polypath.lab.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What a bundle says to its plug-ins: an entry beside their classes. */
final class BundleText {
  private BundleText() {}

  /** The text of an entry of the bundle that a plug-in came with. */
  static String read(Class<?> plugin, String entry) {
    try (InputStream content = plugin.getResourceAsStream("/" + entry)) {
      return new String(content.readAllBytes(), StandardCharsets.US_ASCII);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
