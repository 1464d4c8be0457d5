package org.polypath.client.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** A bundle's jar, open. One thread uses it. */
public final class BundleJar implements AutoCloseable {
  private final JarFile jar;
  private final Attributes manifest;

  /**
   * Opens one.
   *
   * @throws IOException if it is no jar
   */
  public BundleJar(Path file) throws IOException {
    jar = new JarFile(file.toFile());
    try {
      manifest =
          jar.getManifest() == null ? new Attributes() : jar.getManifest().getMainAttributes();
    } catch (IOException e) {
      jar.close();
      throw e;
    }
  }

  /**
   * The jars in a folder, by name; none where there is no such folder.
   *
   * @throws IOException if it cannot be listed
   */
  public static List<Path> in(Path folder) throws IOException {
    List<Path> jars = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*.jar")) {
        found.forEach(jars::add);
      }
    }
    return jars.stream().sorted().toList();
  }

  /** A header of its manifest; empty if there is none. */
  public String header(String name) {
    return Optional.ofNullable(manifest.getValue(name)).orElse("");
  }

  /**
   * Where the descriptions of its components are (OSGi Compendium 112.4.1, {@code
   * Service-Component}). Patterns are left out: they are for files that fragments bring.
   */
  public List<String> descriptions() {
    return Stream.of(header("Service-Component").split(",", -1))
        .map(String::strip)
        .filter(path -> !path.isEmpty() && !path.contains("*"))
        .toList();
  }

  /**
   * The text of a file in it.
   *
   * @throws IOException if it cannot be read, or there is none
   */
  public String content(String path) throws IOException {
    JarEntry entry = jar.getJarEntry(path.startsWith("/") ? path.substring(1) : path);
    if (entry == null) {
      throw new IOException("there is no such file in the bundle");
    }
    try (InputStream content = jar.getInputStream(entry)) {
      return new String(content.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Override
  public void close() throws IOException {
    jar.close();
  }
}
