package org.polypath.daemon.state;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Whether the configuration files are still those that were read: by their times, sizes and inode
 * numbers, so that a look costs next to nothing. One thread uses it.
 *
 * <p>Bindings are not among them: they are read whenever a name is looked for, and what this
 * process writes itself can never make it read its configuration again.
 */
final class Freshness {
  private static final String ATTRIBUTES = "unix:lastModifiedTime,ctime,size,ino";

  private final Path main;
  private final Path directory;
  private Optional<Map<String, String>> read = Optional.empty();
  private Optional<Map<String, String>> last = Optional.empty();

  /**
   * Nothing is read yet.
   *
   * @param main the main file; it may be missing
   * @param directory the drop-in directory; it may be missing
   */
  Freshness(Path main, Path directory) {
    this.main = main;
    this.directory = directory;
  }

  /** The files are about to be read. */
  void reading() {
    read = Optional.of(look());
  }

  /**
   * Whether the files are others than those read, and stood still between this look and the one
   * before: somebody may be writing them. Each state of them is told of once.
   */
  boolean isOver() {
    Optional<Map<String, String>> now = Optional.of(look());
    boolean still = now.equals(last);
    last = now;
    if (!still || read.isEmpty() || now.equals(read)) {
      return false;
    }
    read = now;
    return true;
  }

  private Map<String, String> look() {
    Map<String, String> files = new TreeMap<>();
    files.put(main.toString(), look(main));
    try (DirectoryStream<Path> found = Files.newDirectoryStream(directory, "*.conf")) {
      found.forEach(file -> files.put(file.toString(), look(file)));
    } catch (IOException | DirectoryIteratorException e) {
      files.put(directory.toString(), e.toString());
    }
    return files;
  }

  private static String look(Path file) {
    try {
      return new TreeMap<>(Files.readAttributes(file, ATTRIBUTES)).toString();
    } catch (IOException e) {
      return e.toString();
    }
  }
}
