package org.polypath.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The packages of the class path that bundles may import. Logging and JNA stand outside the
 * container: a logger must be there before any bundle is, and a native library can be loaded into
 * one class loader only.
 */
final class SystemPackages {
  private static final String TABLE = "system-packages.properties";

  private SystemPackages() {}

  /** As the framework takes them: {@code name;version=…,…}. */
  static String clause() {
    Properties versions = new Properties();
    try (InputStream table = SystemPackages.class.getResourceAsStream(TABLE)) {
      versions.load(table);
    } catch (IOException e) {
      throw new UncheckedIOException("the launcher's jar is broken: " + TABLE, e);
    }
    return new TreeMap<>(versions)
        .entrySet().stream()
            .map(entry -> entry.getKey() + ";version=\"" + entry.getValue() + "\"")
            .collect(Collectors.joining(","));
  }
}
