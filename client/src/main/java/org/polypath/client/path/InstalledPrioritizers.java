package org.polypath.client.path;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.polypath.api.prioritizer.Prioritizer;

/**
 * The prioritizers of an installation, found without a container by the component descriptions in
 * its jars.
 *
 * @param folders where the jars are; those of later folders go first
 */
record InstalledPrioritizers(List<Path> folders) {
  /** Copies the folders. */
  InstalledPrioritizers {
    folders = List.copyOf(folders);
  }

  /**
   * A prioritizer by its name, or by one it had once.
   *
   * @throws IOException if the jars cannot be read
   */
  Optional<Prioritizer> find(String name) throws IOException {
    Optional<Prioritizer> found = Optional.empty();
    for (Path folder : folders) {
      for (Path jar : jars(folder)) {
        Optional<String> implementation = implementation(jar, name);
        if (implementation.isPresent()) {
          found = Optional.of(load(jar, implementation.get()));
        }
      }
    }
    return found;
  }

  private static List<Path> jars(Path folder) throws IOException {
    List<Path> jars = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, "*.jar")) {
        entries.forEach(jars::add);
      }
    }
    return jars.stream().sorted().toList();
  }

  private static Optional<String> implementation(Path jar, String name) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      for (ZipEntry entry : file.stream().filter(InstalledPrioritizers::isDescription).toList()) {
        try (InputStream content = file.getInputStream(entry)) {
          Optional<String> implementation =
              ComponentDescription.read(content)
                  .filter(component -> component.provides(Prioritizer.class, name))
                  .map(ComponentDescription::implementation);
          if (implementation.isPresent()) {
            return implementation;
          }
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isDescription(ZipEntry entry) {
    return entry.getName().startsWith("OSGI-INF/") && entry.getName().endsWith(".xml");
  }

  /** The class stays loaded for the rest of the process. */
  @SuppressWarnings("resource")
  private static Prioritizer load(Path jar, String implementation) throws IOException {
    URLClassLoader loader =
        new URLClassLoader(
            new URL[] {jar.toUri().toURL()}, InstalledPrioritizers.class.getClassLoader());
    try {
      return loader
          .loadClass(implementation)
          .asSubclass(Prioritizer.class)
          .getConstructor()
          .newInstance();
    } catch (ReflectiveOperationException | LinkageError e) {
      throw new IOException(jar + ": " + implementation + " works in the daemon alone: " + e, e);
    }
  }
}
