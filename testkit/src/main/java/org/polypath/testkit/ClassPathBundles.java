package org.polypath.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import org.osgi.framework.Constants;
import org.polypath.api.checker.PathChecker;
import org.polypath.simulator.SimulatedSan;
import org.slf4j.Logger;

/**
 * The platform's bundles, found where the examination's own classes are: on the class path. What
 * the examination and the bundles both use is not installed but given to them as packages.
 */
final class ClassPathBundles {
  private static final Set<String> LIBRARIES =
      Set.of(
          "org.apache.felix.scr",
          "org.osgi.service.component",
          "org.osgi.util.promise",
          "org.osgi.util.function",
          "com.google.re2j");
  private static final Set<String> OUTSIDE = Set.of("org.polypath.api", "org.polypath.testkit");

  private ClassPathBundles() {}

  /**
   * The jars to be installed.
   *
   * @param examined symbolic name of the bundle that is examined: it comes by itself
   */
  static List<URI> jars(String examined) {
    List<URI> jars = new ArrayList<>();
    try {
      for (URL url :
          Collections.list(
              ClassPathBundles.class.getClassLoader().getResources("META-INF/MANIFEST.MF"))) {
        jar(url).filter(jar -> isOfThePlatform(url, examined)).ifPresent(jars::add);
      }
    } catch (IOException e) {
      throw new ExaminationException("the class path cannot be read", e);
    }
    return jars;
  }

  private static Optional<URI> jar(URL manifest) {
    String text = manifest.toString();
    int end = text.indexOf("!/");
    return text.startsWith("jar:") && end > 0
        ? Optional.of(URI.create(text.substring("jar:".length(), end)))
        : Optional.empty();
  }

  private static boolean isOfThePlatform(URL manifest, String examined) {
    String name =
        header(manifest, Constants.BUNDLE_SYMBOLICNAME)
            .map(text -> text.split(";", 2)[0])
            .orElse("");
    return LIBRARIES.contains(name)
        || (name.startsWith("org.polypath.") && !name.equals(examined) && !OUTSIDE.contains(name));
  }

  /** The packages that bundles get from the class path. */
  static String packages() {
    return List.of(PathChecker.class, SimulatedSan.class, Logger.class).stream()
        .map(ClassPathBundles::exports)
        .collect(Collectors.joining(","));
  }

  private static String exports(Class<?> type) {
    String entry = type.getName().replace('.', '/') + ".class";
    String location = type.getClassLoader().getResource(entry).toString();
    try {
      URL manifest =
          URI.create(
                  location.substring(0, location.length() - entry.length())
                      + "META-INF/MANIFEST.MF")
              .toURL();
      return header(manifest, Constants.EXPORT_PACKAGE)
          .orElseThrow(() -> new ExaminationException(manifest + " exports no packages"));
    } catch (IOException | IllegalArgumentException e) {
      throw new ExaminationException(location + " is in no jar", e);
    }
  }

  private static Optional<String> header(URL manifest, String name) {
    try (InputStream in = manifest.openStream()) {
      return Optional.ofNullable(new Manifest(in).getMainAttributes().getValue(name));
    } catch (IOException e) {
      throw new ExaminationException(manifest + " cannot be read", e);
    }
  }
}
