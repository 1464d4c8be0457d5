package org.polypath.client.path;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.polypath.api.prioritizer.Prioritizer;
import org.polypath.client.plugin.BundleJar;
import org.polypath.client.plugin.PluginComponent;

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
      for (Path jar : BundleJar.in(folder)) {
        Optional<String> implementation = implementation(jar, name);
        if (implementation.isPresent()) {
          found = Optional.of(load(jar, implementation.get()));
        }
      }
    }
    return found;
  }

  private static Optional<String> implementation(Path file, String name) throws IOException {
    try (BundleJar jar = new BundleJar(file)) {
      for (String path : jar.descriptions()) {
        for (PluginComponent component : components(jar, path)) {
          if (component.provides(Prioritizer.class.getName()) && component.names().contains(name)) {
            return Optional.of(component.implementation());
          }
        }
      }
    }
    return Optional.empty();
  }

  /** What is wrong with a description {@code polypath config check} says. */
  private static List<PluginComponent> components(BundleJar jar, String path) {
    try {
      return PluginComponent.read(jar.content(path));
    } catch (IOException e) {
      return List.of();
    }
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
