package org.polypath.prioritizer.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.polypath.api.path.PathFacts;

/**
 * The content of a primary-paths file as it was last read.
 *
 * @param version the file's version when it was read
 * @param lines what it says, wrong lines left out
 * @param problems what is wrong with those: {@code file:line: why}
 */
record PrimaryPaths(Version version, List<PrimaryPath> lines, List<String> problems) {
  /** What is different after a file was changed or replaced. */
  record Version(FileTime modified, long size, Optional<Object> identity) {
    static Version of(Path file) throws IOException {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      return new Version(
          attributes.lastModifiedTime(),
          attributes.size(),
          Optional.ofNullable(attributes.fileKey()));
    }
  }

  /** Copies the lists. */
  PrimaryPaths {
    lines = List.copyOf(lines);
    problems = List.copyOf(problems);
  }

  /**
   * Reads a file.
   *
   * @throws IOException if it cannot be read
   */
  static PrimaryPaths read(Path file) throws IOException {
    // first the version: a change while reading is then seen at the next look
    Version version = Version.of(file);
    List<PrimaryPath> lines = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    int number = 0;
    for (String text : Files.readAllLines(file)) {
      number++;
      String line = text.replaceFirst("#.*", "").strip();
      try {
        if (!line.isEmpty()) {
          lines.add(PrimaryPath.parse(line));
        }
      } catch (IllegalArgumentException e) {
        problems.add(file + ":" + number + ": " + e.getMessage());
      }
    }
    return new PrimaryPaths(version, lines, problems);
  }

  /** The first line that speaks of a path. */
  Optional<PrimaryPath> line(PathFacts path) {
    return lines.stream().filter(line -> line.fits(path)).findFirst();
  }
}
