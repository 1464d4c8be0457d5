package org.polypath.daemon.state;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.polypath.api.path.Wwid;
import org.polypath.core.event.HeldPath;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shaky paths that are held back: a file each, {@code held_paths/NAME}, that lives until the next
 * boot. One thread uses it.
 */
final class HeldPathFiles {
  private static final Logger LOG = LoggerFactory.getLogger(HeldPathFiles.class);
  private static final String SUSPECTED = "suspected";
  private static final String HELD = "held";
  private static final String DRAFT = ".new";

  private final Path directory;

  HeldPathFiles(Path markers) {
    directory = markers.resolve("held_paths");
  }

  /** Notes that a path is held back. */
  void keep(HeldPath held) {
    String text =
        "%d %s %s%n".formatted(held.until(), held.suspected() ? SUSPECTED : HELD, held.wwid());
    Path file = directory.resolve(held.path());
    try {
      Files.createDirectories(directory);
      Path draft = Files.writeString(directory.resolve(held.path() + DRAFT), text);
      Files.move(draft, file, ATOMIC_MOVE);
    } catch (IOException e) {
      LOG.warn("not kept that a path is held back; file: {}, cause: {}", file, e.toString());
    }
  }

  /** Notes that a path is held back no longer. */
  void release(String path) {
    try {
      Files.deleteIfExists(directory.resolve(path));
    } catch (IOException e) {
      LOG.warn("not kept that a path is used again; path: {}, cause: {}", path, e.toString());
    }
  }

  /** What was noted; a file that cannot be understood is left out. */
  List<HeldPath> all() {
    List<HeldPath> all = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
      for (Path file : files) {
        read(file, all);
      }
    } catch (NoSuchFileException e) {
      LOG.debug("no path was held back: {}", e.getMessage());
    } catch (IOException e) {
      LOG.warn("{} cannot be read, as if no path were held back: {}", directory, e.toString());
    }
    return all;
  }

  private static void read(Path file, List<HeldPath> all) throws IOException {
    String name = file.getFileName().toString();
    String[] words = Files.readString(file).strip().split(" ", 3);
    boolean whole = words.length == 3 && words[0].matches("\\d{1,18}") && Wwid.isValid(words[2]);
    if (whole && !name.endsWith(DRAFT)) {
      boolean suspected = words[1].equals(SUSPECTED);
      all.add(new HeldPath(name, new Wwid(words[2]), Long.parseLong(words[0]), suspected));
    } else {
      LOG.warn("a path that may have been held back is not: file not understood: {}", file);
    }
  }
}
