package org.polypath.client.project;

import static java.util.Map.entry;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.polypath.config.regex.ExtendedExpression;

/**
 * A Maven project of a bundle for one vendor's arrays.
 *
 * @param coordinates what it is called
 * @param array the arrays
 * @param checker whether it has a checker of its own
 * @param prioritizer whether it has a prioritizer of its own
 */
record PluginProject(
    Coordinates coordinates, ArrayIdentity array, boolean checker, boolean prioritizer) {

  /**
   * Writes the project.
   *
   * @param folder is made
   * @param platform version of Polypath, for the dependencies
   * @throws IOException it is there already, or cannot be written
   */
  void write(Path folder, String platform) throws IOException {
    if (Files.exists(folder)) {
      throw new FileAlreadyExistsException(folder.toString());
    }
    Map<String, String> names = names(platform);
    for (Map.Entry<String, Template> file : files().entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue().filled(names, texts(), parts()));
    }
  }

  private Map<String, Template> files() {
    String code = "java/" + coordinates.packageName().replace('.', '/') + "/";
    Map<String, Template> files = new LinkedHashMap<>();
    files.put("pom.xml", new Template("pom.xml"));
    files.put("bnd.bnd", new Template("bnd.bnd"));
    files.put("README.md", new Template("README.md"));
    files.put("src/main/resources/hardware.conf", new Template("hardware.conf"));
    files.put("src/test/" + code + "ExaminationTest.java", new Template("ExaminationTest.java"));
    if (checker) {
      files.put("src/main/" + code + "ArrayChecker.java", new Template("Checker.java"));
      files.put("src/test/" + code + "ArrayCheckerTest.java", new Template("CheckerTest.java"));
    }
    if (prioritizer) {
      files.put("src/main/" + code + "ArrayPrioritizer.java", new Template("Prioritizer.java"));
    }
    return files;
  }

  private Set<String> parts() {
    Set<String> parts = new LinkedHashSet<>();
    if (checker) {
      parts.add("checker");
    }
    if (prioritizer) {
      parts.add("prioritizer");
    }
    if (checker || prioritizer) {
      parts.add("code");
    }
    return parts;
  }

  private Map<String, String> names(String platform) {
    return Map.ofEntries(
        entry("groupId", coordinates.groupId()),
        entry("artifactId", coordinates.artifactId()),
        entry("version", coordinates.version()),
        entry("package", coordinates.packageName()),
        entry("polypath", platform),
        entry("name", Coordinates.name(array.vendor())),
        entry("priority", prioritizer ? "10" : "1"),
        entry("policy", prioritizer ? "group_by_prio" : "multibus"),
        entry("needs", needs()));
  }

  private Map<String, String> texts() {
    return Map.of(
        "vendor", array.vendor(),
        "exactVendor", ExtendedExpression.exactly(array.vendor()),
        "product", array.product(),
        "example", array.example());
  }

  private String needs() {
    String needs = (checker ? "scsi:00 " : "") + (prioritizer ? "attribute:access_state" : "");
    return needs.isEmpty() ? "none" : needs.strip();
  }
}
