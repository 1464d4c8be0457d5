package org.polypath.deployer;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.osgi.framework.Version;

/** A jar that passed verification: these very bytes are what is installed. */
final class PluginJar {
  private final String file;
  private final byte[] bytes;
  private final String symbolicName;
  private final Version version;

  PluginJar(String file, byte[] bytes, String symbolicName, Version version) {
    this.file = file;
    this.bytes = bytes;
    this.symbolicName = symbolicName;
    this.version = version;
  }

  /** Name of the file in the folder. */
  String file() {
    return file;
  }

  /** The bundle's symbolic name. */
  String symbolicName() {
    return symbolicName;
  }

  /** The bundle's version. */
  Version version() {
    return version;
  }

  /** The content, from its beginning. */
  InputStream content() {
    return new ByteArrayInputStream(bytes);
  }

  /** Tells equal contents: hexadecimal SHA-256. */
  String digest() {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
