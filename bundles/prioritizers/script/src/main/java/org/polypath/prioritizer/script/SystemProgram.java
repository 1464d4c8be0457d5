package org.polypath.prioritizer.script;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Programs of the system, by name. */
final class SystemProgram {
  /** Where they are. */
  static final String FOLDERS = "/usr/sbin:/usr/bin:/sbin:/bin";

  private SystemProgram() {}

  /** The file of a program; empty where it is not installed. */
  static Optional<String> find(String name) {
    return Stream.of(FOLDERS.split(":", -1))
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst()
        .map(Path::toString);
  }
}
