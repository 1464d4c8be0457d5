package org.polypath.deployer;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The folder that jars are copied into. Whoever can write in it runs code as the daemon's user, so
 * it must be that user's own.
 *
 * @param path the folder
 */
record DeployFolder(Path path) {
  /** A plug-in is some kilobytes; this much is read into memory, more than once at a time. */
  private static final int LARGEST_FILE = 16 << 20;

  /** In such a folder nobody but its owner renames what is not his: inode(7). */
  private static final int STICKY = 01000;

  private static final String ROOT = "root";
  private static final Path THIS_PROCESS = Path.of("/proc/self");
  private static final Set<OpenOption> READ_NO_LINK =
      Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);

  /** Why nothing is taken from this folder; empty when all is well. */
  Optional<String> objection() {
    try {
      PosixFileAttributes attributes = attributes(path);
      if (attributes.isSymbolicLink()) {
        return Optional.of("it is a link: name the folder itself");
      }
      if (!attributes.isDirectory()) {
        return Optional.of("it is no directory");
      }
      Optional<String> own = objection(attributes);
      return own.isPresent() ? own : objectionAbove();
    } catch (NoSuchFileException e) {
      return Optional.of("it does not exist");
    } catch (IOException e) {
      return Optional.of("it cannot be read: " + e.getMessage());
    }
  }

  /** Who can write in a folder above can put another one in this one's place. */
  private Optional<String> objectionAbove() throws IOException {
    Path above = path.toRealPath().getParent();
    while (above != null) {
      boolean namesStay = ((Integer) Files.getAttribute(above, "unix:mode") & STICKY) != 0;
      PosixFileAttributes attributes = attributes(above);
      Optional<String> objection = namesStay ? foreign(attributes) : objection(attributes);
      if (objection.isPresent()) {
        return Optional.of(above + " above it: " + objection.get());
      }
      above = above.getParent();
    }
    return Optional.empty();
  }

  /** The jars now there. Hidden files and other names, such as {@code x.jar.tmp}, are none. */
  Map<String, FileStamp> jars() throws IOException {
    Map<String, FileStamp> found = new HashMap<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(path, "[!.]*.jar")) {
      for (Path entry : entries) {
        stamp(entry).ifPresent(stamp -> found.put(entry.getFileName().toString(), stamp));
      }
    }
    return found;
  }

  private static Optional<FileStamp> stamp(Path entry) throws IOException {
    try {
      return Optional.of(FileStamp.of(entry));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /**
   * The whole file, read once: what is verified is what is installed.
   *
   * @throws RefusedException it is not a file of the daemon's user, or cannot be read
   */
  byte[] read(String name) throws RefusedException {
    Path file = path.resolve(name);
    try {
      PosixFileAttributes attributes = attributes(file);
      if (!attributes.isRegularFile()) {
        throw new RefusedException("it is no file (links are not followed)");
      }
      Optional<String> objection = objection(attributes);
      if (objection.isPresent()) {
        throw new RefusedException(objection.get());
      }
      return content(file, READ_NO_LINK);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /**
   * A file that somebody names, whoever owns it.
   *
   * @throws RefusedException it is no file, too large for a plug-in, or cannot be read
   */
  static byte[] readAnywhere(Path file) throws RefusedException {
    try {
      if (!Files.exists(file)) {
        throw new RefusedException("there is no such file");
      }
      if (!Files.isRegularFile(file)) {
        throw new RefusedException("it is no file");
      }
      return content(file, Set.of(StandardOpenOption.READ));
    } catch (IOException e) {
      throw new RefusedException(file + ": " + unreadable(e).getMessage(), e);
    } catch (RefusedException e) {
      throw new RefusedException(file + ": " + e.getMessage(), e);
    }
  }

  private static byte[] content(Path file, Set<OpenOption> options)
      throws IOException, RefusedException {
    try (SeekableByteChannel channel = Files.newByteChannel(file, options)) {
      byte[] content = Channels.newInputStream(channel).readNBytes(LARGEST_FILE + 1);
      if (content.length > LARGEST_FILE) {
        throw new RefusedException("too large: more than 16 MiB");
      }
      return content;
    }
  }

  private static RefusedException unreadable(IOException e) {
    return new RefusedException("it cannot be read: " + e, e);
  }

  /** Puts a file in, whole or not at all. */
  void write(String name, byte[] content) throws IOException {
    WholeFile.write(path.resolve(name), content, "rw-r--r--");
  }

  /** Takes a file out. */
  void delete(String name) throws IOException {
    Files.deleteIfExists(path.resolve(name));
  }

  private static PosixFileAttributes attributes(Path file) throws IOException {
    return Files.readAttributes(file, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
  }

  private static Optional<String> objection(PosixFileAttributes attributes) throws IOException {
    Optional<String> foreign = foreign(attributes);
    return foreign.isPresent() ? foreign : shared(attributes);
  }

  private static String user() throws IOException {
    return Files.getOwner(THIS_PROCESS).getName();
  }

  private static Optional<String> foreign(PosixFileAttributes attributes) throws IOException {
    String owner = attributes.owner().getName();
    return owner.equals(user()) || owner.equals(ROOT)
        ? Optional.empty()
        : Optional.of("it belongs to " + owner + ", not to " + user() + ": chown " + user());
  }

  private static Optional<String> shared(PosixFileAttributes attributes) throws IOException {
    Set<PosixFilePermission> permissions = attributes.permissions();
    boolean shared =
        permissions.contains(PosixFilePermission.OTHERS_WRITE)
            || (user().equals(ROOT) && permissions.contains(PosixFilePermission.GROUP_WRITE));
    return shared
        ? Optional.of("others than its owner can write it: chmod go-w")
        : Optional.empty();
  }
}
