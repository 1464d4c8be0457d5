package org.polypath.client.project;

import java.util.Locale;
import javax.lang.model.SourceVersion;

/**
 * What a project is called.
 *
 * @param groupId Maven's group
 * @param artifactId Maven's artifact; the bundle's symbolic name, too
 * @param version Maven's version
 * @param packageName the Java package of its classes
 */
record Coordinates(String groupId, String artifactId, String version, String packageName) {
  private static final String DOTTED = "[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*";

  /** Checks that Maven, OSGi and Java take the names. */
  Coordinates {
    check("groupId", groupId);
    check("artifactId", artifactId);
    check("version", version);
    if (!SourceVersion.isName(packageName)) {
      throw new IllegalArgumentException(
          "package '" + packageName + "': Java takes no such name; give one like com.acme.support");
    }
  }

  private static void check(String what, String name) {
    if (!name.matches(DOTTED)) {
      throw new IllegalArgumentException(
          what + " '" + name + "': give letters, digits, - and _, with single dots between them");
    }
  }

  /** What a project for a vendor's arrays is called where nobody says otherwise. */
  static Coordinates of(String vendor) {
    String group = "com." + name(vendor);
    String support = group + ".support";
    return new Coordinates(group, support, "1.0.0", support);
  }

  /** A name made of a vendor's letters and digits: of a package, a checker, a prioritizer. */
  static String name(String vendor) {
    String plain = vendor.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    String name = plain.replaceFirst("^[0-9]+", "");
    return SourceVersion.isName(name) ? name : "vendor" + plain;
  }
}
