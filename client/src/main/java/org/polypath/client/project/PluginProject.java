package org.polypath.client.project;

import static java.util.Map.entry;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A Maven project of a bundle for one vendor's arrays.
 *
 * @param vendor what the arrays answer as vendor
 * @param product extended regular expression of what they answer as product
 * @param checker whether it has a checker of its own
 * @param prioritizer whether it has a prioritizer of its own
 */
record PluginProject(String vendor, String product, boolean checker, boolean prioritizer) {
  private static final int LONGEST_PRODUCT = 16;

  /** Checks that names can be made of the vendor. */
  PluginProject {
    if (name(vendor).isEmpty()) {
      throw new IllegalArgumentException("the vendor '" + vendor + "' begins with no letter");
    }
    if (product.contains("\"") || vendor.contains("\"")) {
      throw new IllegalArgumentException("vendor and product have no quotes");
    }
  }

  /**
   * Writes the project.
   *
   * @param folder is made
   * @param version of Polypath, for the dependencies
   * @throws IOException it is there already, or cannot be written
   */
  void write(Path folder, String version) throws IOException {
    if (Files.exists(folder)) {
      throw new FileAlreadyExistsException(folder.toString());
    }
    String code = "java/com/" + name(vendor) + "/support/Array";
    Map<String, String> files = new LinkedHashMap<>();
    files.put("pom.xml", "pom.xml");
    files.put("bnd.bnd", "bnd.bnd");
    files.put("README.md", "README.md");
    files.put("src/main/resources/hardware.conf", "hardware.conf");
    files.put("src/test/" + code.replace("Array", "ExaminationTest.java"), "ExaminationTest.java");
    if (checker) {
      files.put("src/main/" + code + "Checker.java", "Checker.java");
      files.put("src/test/" + code + "CheckerTest.java", "CheckerTest.java");
    }
    if (prioritizer) {
      files.put("src/main/" + code + "Prioritizer.java", "Prioritizer.java");
    }
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, filled(file.getValue(), version));
    }
  }

  private String filled(String template, String version) throws IOException {
    String text = text(template + ".txt");
    for (Map.Entry<String, String> value : values(version).entrySet()) {
      text = text.replace("@" + value.getKey() + "@", value.getValue());
    }
    return text;
  }

  /** What the texts name; the archetype's values.vm says the same in its words. */
  private Map<String, String> values(String version) {
    String name = name(vendor);
    String group = "com." + name;
    String support = group + ".support";
    return Map.ofEntries(
        entry("groupId", group),
        entry("artifactId", support),
        entry("version", "1.0.0"),
        entry("package", support),
        entry("polypath", version),
        entry("name", name),
        entry("vendor", vendor),
        entry("product", product),
        entry("example", example()),
        entry("priority", prioritizer ? "10" : "1"),
        entry("policy", prioritizer ? "group_by_prio" : "multibus"),
        entry("needs", needs()),
        entry("code", checker || prioritizer ? "\nPrivate-Package: " + support : ""),
        entry(
            "plugins",
            (checker ? "\n    path_checker \"" + name + "\"" : "")
                + (prioritizer ? "\n    prio \"" + name + "\"" : "")));
  }

  /** A product that fits the expression, where its beginning is plain text. */
  private String example() {
    String plain = product.replaceFirst("^\\^", "").replaceFirst("[^A-Za-z0-9 _-].*$", "").strip();
    return plain.isEmpty()
        ? "PRODUCT"
        : plain.substring(0, Math.min(plain.length(), LONGEST_PRODUCT));
  }

  private String needs() {
    String needs = (checker ? "scsi:00 " : "") + (prioritizer ? "attribute:access_state" : "");
    return needs.isEmpty() ? "none" : needs.strip();
  }

  private static String name(String vendor) {
    return vendor.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "").replaceAll("^[0-9]+", "");
  }

  private static String text(String resource) throws IOException {
    try (InputStream in = PluginProject.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
