package org.polypath.deployer;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.osgi.framework.Version;

/** A jar that passed verification: these very bytes are what is installed. */
final class PluginJar {
  private final String file;
  private final byte[] bytes;
  private final String symbolicName;
  private final Version version;
  private final DeclaredNeeds needs;
  private final Optional<String> signature;

  PluginJar(String file, byte[] bytes, String symbolicName, Version version) {
    this(file, bytes, symbolicName, version, DeclaredNeeds.NONE, Optional.empty());
  }

  private PluginJar(
      String file,
      byte[] bytes,
      String symbolicName,
      Version version,
      DeclaredNeeds needs,
      Optional<String> signature) {
    this.file = file;
    this.bytes = bytes;
    this.symbolicName = symbolicName;
    this.version = version;
    this.needs = needs;
    this.signature = signature;
  }

  /** The same jar, with what it declares to need. */
  PluginJar withNeeds(DeclaredNeeds declared) {
    return new PluginJar(file, bytes, symbolicName, version, declared, signature);
  }

  /** The same jar, with what is to be said of its signature. */
  PluginJar withSignature(String text) {
    return new PluginJar(file, bytes, symbolicName, version, needs, Optional.of(text));
  }

  /** Lines for people. */
  String describe() {
    return symbolicName
        + " "
        + version
        + "\n"
        + needs.describe()
        + "\nsignature: "
        + signature.orElse("not looked at");
  }

  /** What it declares to need. */
  DeclaredNeeds needs() {
    return needs;
  }

  /** What is to be said of its signature; empty if nothing. */
  Optional<String> signature() {
    return signature;
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

  /** A copy of the content. */
  byte[] bytes() {
    return bytes.clone();
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
