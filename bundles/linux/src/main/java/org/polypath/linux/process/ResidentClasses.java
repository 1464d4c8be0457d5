package org.polypath.linux.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/**
 * The JDK's own classes, touched where the JVM has them mapped: with memory locked, a class that is
 * needed for the first time comes from memory. From a disk that does not answer it would not come
 * at all, and the whole JVM would stand still meanwhile: the thread that waits for it keeps all the
 * others from the next safepoint.
 */
final class ResidentClasses {
  private static final List<String> MODULES =
      List.of("java.base", "java.logging", "jdk.unsupported");

  /** A quarter of the whole: cryptography for networks, tools, tables of languages. */
  private static final List<String> NOT_NEEDED =
      List.of(
          "com/sun/crypto/",
          "javax/",
          "jdk/internal/icu/",
          "sun/launcher/",
          "sun/net/www/protocol/http",
          "sun/security/ssl/",
          "sun/security/tools/",
          "sun/security/x509/",
          "sun/util/resources/");

  private static final int SMALLEST_PAGE = 4096;

  /** What was touched goes here, so that no compiler leaves the touching out. */
  private final byte[] touched = new byte[1];

  /**
   * Touches them.
   *
   * @return how much that is, in bytes
   */
  long take() throws IOException {
    long bytes = 0;
    for (String module : MODULES) {
      Optional<ModuleReference> found = ModuleFinder.ofSystem().find(module);
      if (found.isPresent()) {
        bytes += take(found.get());
      }
    }
    return bytes;
  }

  private long take(ModuleReference module) throws IOException {
    try (ModuleReader reader = module.open()) {
      return reader
          .list()
          .filter(ResidentClasses::isNeeded)
          .mapToLong(name -> touch(reader, name))
          .sum();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static boolean isNeeded(String resource) {
    return resource.endsWith(".class") && NOT_NEEDED.stream().noneMatch(resource::startsWith);
  }

  private long touch(ModuleReader reader, String name) {
    try {
      ByteBuffer content = reader.read(name).orElseThrow();
      try {
        int bytes = content.remaining();
        for (int at = 0; at < bytes; at += SMALLEST_PAGE) {
          content.get(at, touched);
        }
        content.get(bytes - 1, touched);
        return bytes;
      } finally {
        reader.release(content);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
