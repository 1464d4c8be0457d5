package org.polypath.launcher;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The folder for what lives as long as the process. Several processes share it: each has its own
 * container storage in it, because two frameworks on one storage destroy each other.
 *
 * @param path the folder; it exists, belongs to the process' user, and nobody else writes in it
 */
record RunDirectory(Path path) {
  private static final String STORAGE_PREFIX = "container-";
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rwx------");

  /**
   * Makes the folder where it is missing.
   *
   * @throws LaunchException it cannot be made, or somebody else could write in it
   */
  static RunDirectory prepare(Path path) throws LaunchException {
    try {
      Files.createDirectories(path, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
      Set<PosixFilePermission> permissions =
          Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS);
      Object owner = Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS);
      boolean ours = Long.parseLong(owner.toString()) == ProcessFacts.user();
      boolean shared =
          permissions.contains(PosixFilePermission.GROUP_WRITE)
              || permissions.contains(PosixFilePermission.OTHERS_WRITE);
      if (!ours || shared || Files.isSymbolicLink(path)) {
        throw new LaunchException(
            "run directory "
                + path
                + ": somebody else can write in it; remove it, or set "
                + PropertyNames.RUN);
      }
      return new RunDirectory(path);
    } catch (IOException e) {
      throw new LaunchException("cannot make the run directory " + path + ": " + e, e);
    }
  }

  /** This process' container storage. What killed processes left is removed. */
  Path storage(long pid) {
    for (Path other : storages()) {
      if (isAbandoned(other)) {
        remove(other);
      }
    }
    return path.resolve(STORAGE_PREFIX + pid);
  }

  /** Removes a folder with all that is in it, as far as that goes. */
  static void remove(Path folder) {
    try (Stream<Path> content = Files.walk(folder)) {
      for (Path path : content.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      // the next start tries again
    }
  }

  private List<Path> storages() {
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(path, STORAGE_PREFIX + "*")) {
      entries.forEach(found::add);
    } catch (IOException e) {
      return List.of();
    }
    return found;
  }

  private static boolean isAbandoned(Path storage) {
    String pid = storage.getFileName().toString().substring(STORAGE_PREFIX.length());
    try {
      return Optional.of(Long.parseLong(pid)).flatMap(ProcessHandle::of).isEmpty();
    } catch (NumberFormatException e) {
      return false;
    }
  }
}
