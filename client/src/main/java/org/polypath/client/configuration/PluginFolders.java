package org.polypath.client.configuration;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.polypath.api.settings.Finding;
import org.polypath.api.settings.Finding.Severity;
import org.polypath.client.plugin.BundleJar;
import org.polypath.client.plugin.PluginComponent;
import org.polypath.launcher.PropertyNames;

/** The plug-ins of the distribution and those an administrator has added. */
final class PluginFolders {
  private PluginFolders() {}

  /** Those of this installation, whether its daemon runs or not. */
  static InstalledPlugins installed() {
    Optional<Path> home = Optional.ofNullable(System.getProperty(PropertyNames.HOME)).map(Path::of);
    Optional<Path> deployed =
        Optional.ofNullable(System.getProperty(PropertyNames.DEPLOY_DIRECTORY))
            .map(Path::of)
            .or(() -> home.map(folder -> folder.resolve("deploy")));
    return read(
        Stream.of(home.map(folder -> folder.resolve("bundle")), deployed)
            .flatMap(Optional::stream)
            .toList());
  }

  /** Those whose jars are in these folders. */
  static InstalledPlugins read(List<Path> folders) {
    List<PluginJar> jars = new ArrayList<>();
    List<Finding> findings = new ArrayList<>();
    for (Path folder : folders) {
      for (Path file : files(folder, findings)) {
        try {
          jars.add(PluginJar.read(file));
        } catch (IOException e) {
          findings.add(unreadable(file, e));
        }
      }
    }
    jars.sort(PluginJar.WEAK_FIRST);
    jars.forEach(jar -> findings.addAll(jar.findings()));
    return new InstalledPlugins(
        jars.stream().flatMap(jar -> jar.hardware().stream()).toList(), findings, names(jars));
  }

  private static List<Path> files(Path folder, List<Finding> findings) {
    try {
      return BundleJar.in(folder);
    } catch (IOException e) {
      findings.add(unreadable(folder, e));
      return List.of();
    }
  }

  private static Map<PluginKind, Set<String>> names(List<PluginJar> jars) {
    Map<PluginKind, Set<String>> names = new EnumMap<>(PluginKind.class);
    for (PluginJar jar : jars) {
      for (PluginComponent component : jar.components()) {
        for (PluginKind kind : PluginKind.values()) {
          if (component.provides(kind.service())) {
            names.computeIfAbsent(kind, any -> new TreeSet<>()).addAll(component.names());
          }
        }
      }
    }
    return names;
  }

  private static Finding unreadable(Path file, IOException problem) {
    return new Finding(
        Severity.WARNING,
        file.toString(),
        0,
        "cannot be read: " + problem.getMessage(),
        "left out");
  }
}
