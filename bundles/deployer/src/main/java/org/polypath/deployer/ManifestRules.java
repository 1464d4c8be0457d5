package org.polypath.deployer;

import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.jar.Attributes;
import java.util.regex.Pattern;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;
import org.polypath.api.hardware.HardwareSupport;

/** What a bundle's manifest must and must not say for the bundle to be deployed. */
final class ManifestRules {
  /** What the container itself consists of. */
  private static final Pattern CONTAINER =
      Pattern.compile("system\\.bundle|org\\.apache\\.felix\\..*|org\\.osgi\\..*");

  /** Bundles of the distribution that are there to be replaced; all others are the platform. */
  private static final Pattern REPLACEABLE =
      Pattern.compile("org\\.polypath\\.(checker|prioritizer|policy|selector|vendor)\\..+");

  /** Packages that come from elsewhere: a second copy of them splits the container in two. */
  private static final Pattern FOREIGN_EXPORT =
      Pattern.compile(
          "(?:^|[,;])\\s*(org\\.polypath\\.api|org\\.slf4j|org\\.osgi|com\\.sun\\.jna)\\b(?!\\s*:?=)");

  private final Predicate<String> shipped;

  /**
   * Rules for one distribution.
   *
   * @param shipped whether the distribution has a bundle of this symbolic name
   */
  ManifestRules(Predicate<String> shipped) {
    this.shipped = shipped;
  }

  /**
   * The jar with its name and version; or why it is refused.
   *
   * @param content what is in the bytes
   */
  PluginJar judge(String file, byte[] bytes, JarArchive.Content content) throws RefusedException {
    Attributes headers = content.manifest().getMainAttributes();
    String name =
        header(headers, Constants.BUNDLE_SYMBOLICNAME)
            .map(value -> value.split(";", 2)[0].strip())
            .filter(value -> !value.isEmpty())
            .orElseThrow(() -> new RefusedException("no bundle: no Bundle-SymbolicName"));
    if (header(headers, Constants.FRAGMENT_HOST).isPresent()) {
      throw new RefusedException(name + " is a fragment: it would change another bundle");
    }
    if (header(headers, Constants.BUNDLE_MANIFESTVERSION).filter("2"::equals).isEmpty()) {
      throw new RefusedException("no bundle: Bundle-ManifestVersion is not 2");
    }
    refuseThePlatformsOwn(name);
    refuseForeignExports(header(headers, Constants.EXPORT_PACKAGE).orElse(""));
    refuseMissingSettings(header(headers, HardwareSupport.HEADER), content.names());
    PluginJar jar = new PluginJar(file, bytes, name, version(headers));
    return header(headers, DeclaredNeeds.HEADER)
        .map(DeclaredNeeds::of)
        .map(jar::withNeeds)
        .orElse(jar);
  }

  private void refuseThePlatformsOwn(String name) throws RefusedException {
    boolean ofPlatform = shipped.test(name) && !REPLACEABLE.matcher(name).matches();
    if (ofPlatform || CONTAINER.matcher(name).matches()) {
      throw new RefusedException(
          name + " belongs to the platform: only plug-ins are replaced while it runs");
    }
  }

  private static void refuseForeignExports(String exports) throws RefusedException {
    // attributes and directives may hold commas, but in quotes
    var found = FOREIGN_EXPORT.matcher(exports.replaceAll("\"[^\"]*\"", ""));
    if (found.find()) {
      throw new RefusedException(
          "it exports " + found.group(1) + ", which the platform has: import it, embed no copy");
    }
  }

  /** Without them maps in use would lose the settings that the version before brought. */
  private static void refuseMissingSettings(Optional<String> header, Set<String> entries)
      throws RefusedException {
    Optional<String> missing =
        header
            .map(value -> value.split(";", 2)[0].strip())
            .filter(path -> !entries.contains(path.replaceFirst("^/", "")));
    if (missing.isPresent()) {
      throw new RefusedException(
          HardwareSupport.HEADER + " names '" + missing.get() + "', which is not in the jar");
    }
  }

  private static Version version(Attributes headers) throws RefusedException {
    String text = header(headers, Constants.BUNDLE_VERSION).orElse("0");
    try {
      return Version.parseVersion(text);
    } catch (IllegalArgumentException e) {
      throw new RefusedException("Bundle-Version '" + text + "' is no version", e);
    }
  }

  private static Optional<String> header(Attributes headers, String name) {
    return Optional.ofNullable(headers.getValue(name)).map(String::strip);
  }
}
