package org.polypath.launcher;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** The jars of the distribution's {@code bundle/} folder, in the order in which they start. */
final class ShippedBundles {
  private static final String JAR = ".jar";
  private static final Comparator<ShippedBundle> ORDER =
      Comparator.comparingInt(ShippedBundle::startLevel)
          .thenComparingInt(ShippedBundles::rank)
          .thenComparing(ShippedBundle::jar);

  /** Libraries and component runtime first: what follows then starts in one go. */
  private static final List<String> FIRST =
      List.of(
          "org.osgi.util.function",
          "org.osgi.util.promise",
          "org.osgi.service.component",
          "org.apache.felix.scr",
          "org.apache.felix.gogo.runtime",
          "org.polypath.api");

  /**
   * What decides and what takes commands. On the way down it stops before discovery and checkers
   * do: or it would see every path fail, and act on it.
   */
  private static final Set<String> PLATFORM =
      Set.of(
          "org.polypath.daemon",
          "org.polypath.deployer",
          "org.polypath.control",
          "org.polypath.gogo");

  private ShippedBundles() {}

  static List<ShippedBundle> of(Path home) throws LaunchException {
    Path folder = home.resolve("bundle");
    List<ShippedBundle> bundles = new ArrayList<>();
    try (DirectoryStream<Path> jars = Files.newDirectoryStream(folder, "*" + JAR)) {
      jars.forEach(jar -> bundles.add(new ShippedBundle(jar, startLevel(jar))));
    } catch (IOException e) {
      throw new LaunchException("cannot read the bundles in " + folder + ": " + e, e);
    }
    if (bundles.isEmpty()) {
      throw new LaunchException("no bundles in " + folder + ": the installation is incomplete");
    }
    bundles.sort(ORDER);
    return bundles;
  }

  private static int startLevel(Path jar) {
    return PLATFORM.contains(name(jar)) ? ShippedBundle.PLATFORM : ShippedBundle.FOUNDATION;
  }

  private static int rank(ShippedBundle bundle) {
    int position = FIRST.indexOf(name(bundle.jar()));
    return position < 0 ? FIRST.size() : position;
  }

  private static String name(Path jar) {
    String file = jar.getFileName().toString();
    return file.substring(0, file.length() - JAR.length());
  }
}
