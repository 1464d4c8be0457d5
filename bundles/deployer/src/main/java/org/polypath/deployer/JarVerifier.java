package org.polypath.deployer;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Judges the bytes of a jar before the container sees them: whether the archive is whole, and
 * whether it is a bundle that may be put in.
 */
final class JarVerifier {
  /** Far more than any plug-in; a guard against archives made to fill the memory. */
  private static final long LARGEST_CONTENT = 256L << 20;

  /** Signature of the record that ends a zip archive (APPNOTE 4.3.16), its size, its fields. */
  private static final int END_SIGNATURE = 0x06054b50;

  private static final int END_SIZE = 22;
  private static final int END_TOTAL_ENTRIES = 10;
  private static final int END_COMMENT_LENGTH = 20;

  private final ManifestRules rules;
  private final Signatures signatures;

  JarVerifier(ManifestRules rules, Signatures signatures) {
    this.rules = rules;
    this.signatures = signatures;
  }

  /**
   * Verifies a jar.
   *
   * @throws RefusedException it may not be put in
   */
  PluginJar verify(String file, byte[] bytes) throws RefusedException {
    try {
      PluginJar jar = rules.judge(file, bytes, readWhole(bytes));
      return signatures.judge(bytes).map(jar::withSignature).orElse(jar);
    } catch (IOException | IllegalArgumentException e) {
      throw new RefusedException("damaged: " + e.getMessage(), e);
    }
  }

  /** Reads every entry, which checks every CRC, and counts them against the table at the end. */
  private static Manifest readWhole(byte[] bytes) throws IOException, RefusedException {
    int announced = announcedEntries(bytes);
    Optional<Manifest> manifest = Optional.empty();
    Set<String> names = new HashSet<>();
    long content = 0;
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (!names.add(entry.getName())) {
          throw new RefusedException("damaged: the entry " + entry.getName() + " is there twice");
        }
        byte[] body = zip.readNBytes((int) (LARGEST_CONTENT - content));
        content += body.length;
        if (content >= LARGEST_CONTENT) {
          throw new RefusedException("too large: more than 256 MiB unpacked");
        }
        if (entry.getName().equals(JarFile.MANIFEST_NAME)) {
          manifest = Optional.of(new Manifest(new ByteArrayInputStream(body)));
        }
      }
    }
    if (names.size() != announced) {
      throw new RefusedException(
          "damaged: " + names.size() + " entries where " + announced + " are announced");
    }
    return manifest.orElseThrow(() -> new RefusedException("no bundle: it has no manifest"));
  }

  private static int announcedEntries(byte[] bytes) throws RefusedException {
    ByteBuffer content = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    for (int at = bytes.length - END_SIZE; at >= 0; at--) {
      if (content.getInt(at) == END_SIGNATURE) {
        int comment = Short.toUnsignedInt(content.getShort(at + END_COMMENT_LENGTH));
        if (at + END_SIZE + comment == bytes.length) {
          return Short.toUnsignedInt(content.getShort(at + END_TOTAL_ENTRIES));
        }
      }
    }
    throw new RefusedException("cut off, or no jar: the end of the archive is missing");
  }
}
