package org.polypath.launcher;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** The jars of the distribution's {@code bundle/} folder, in the order in which they start. */
final class ShippedBundles {
  /** Libraries and component runtime first: what follows then starts in one go. */
  private static final List<String> FIRST =
      List.of(
          "org.osgi.util.function",
          "org.osgi.util.promise",
          "org.osgi.service.component",
          "org.apache.felix.scr",
          "org.apache.felix.gogo.runtime",
          "org.polypath.api");

  private ShippedBundles() {}

  static List<Path> of(Path home) throws LaunchException {
    Path folder = home.resolve("bundle");
    List<Path> jars = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, "*.jar")) {
      entries.forEach(jars::add);
    } catch (IOException e) {
      throw new LaunchException("cannot read the bundles in " + folder + ": " + e, e);
    }
    if (jars.isEmpty()) {
      throw new LaunchException("no bundles in " + folder + ": the installation is incomplete");
    }
    Collections.sort(
        jars, Comparator.comparingInt(ShippedBundles::rank).thenComparing(Path::getFileName));
    return jars;
  }

  private static int rank(Path jar) {
    String name = jar.getFileName().toString();
    int position = FIRST.indexOf(name.substring(0, name.length() - ".jar".length()));
    return position < 0 ? FIRST.size() : position;
  }
}
