package org.polypath.daemon.state;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether the configuration files are still those that were read: by their times, sizes and inode
 * numbers, so that a look costs next to nothing. One thread uses it.
 *
 * <p>A main file that has gone or become empty is about to be replaced: without it no map would
 * have its name, and no I/O would wait for a path. That is only done for somebody who asks for it.
 *
 * <p>Bindings are not among them: they are read whenever a name is looked for, and what this
 * process writes itself can never make it read its configuration again.
 */
final class Freshness {
  private static final Logger LOG = LoggerFactory.getLogger(Freshness.class);
  private static final String ATTRIBUTES = "unix:lastModifiedTime,ctime,size,ino";

  private final Path main;
  private final Path directory;
  private Optional<Map<String, String>> read = Optional.empty();
  private Optional<Map<String, String>> last = Optional.empty();
  private boolean mainWasEmpty;
  private boolean warned;

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
    mainWasEmpty = isMainEmpty();
    warned = false;
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
    if (isMainLost()) {
      return false;
    }
    read = now;
    return true;
  }

  /** Whether the main file that was read has gone or become empty; that is logged once. */
  boolean isMainLost() {
    boolean lost = read.isPresent() && !mainWasEmpty && isMainEmpty();
    if (lost) {
      warnOnce();
    }
    return lost;
  }

  private boolean isMainEmpty() {
    try {
      return Files.size(main) == 0;
    } catch (NoSuchFileException e) {
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private void warnOnce() {
    if (!warned) {
      warned = true;
      LOG.warn(
          "the configuration stays as it was read: {} is gone or empty; multipathd reconfigure"
              + " goes on without it",
          main);
    }
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
