package org.polypath.daemon.state;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;

/**
 * A small file that is read and written as a whole; whoever reads it sees the old or the new text,
 * never half of one.
 */
final class StateFile {
  /** As long as the reference waits. */
  private static final Duration LOCK_PATIENCE = Duration.ofSeconds(30);

  private static final long LOCK_PAUSE_MILLIS = 20;

  /** As many as the kernel follows (path_resolution(7)). */
  private static final int MOST_LINKS = 40;

  private final Path file;

  StateFile(Path file) {
    this.file = file;
  }

  String name() {
    return file.toString();
  }

  /** What is to become of a text. */
  interface Change {
    /**
     * Thinks it over.
     *
     * @param text the text as it is
     * @return the new text; empty: it stays as it is
     * @throws IOException if that cannot be told; it stays as it is
     */
    Optional<String> of(String text) throws IOException;
  }

  /**
   * Reads the text; a file that is not there has none.
   *
   * @throws IOException if it is there and cannot be read
   */
  String read() throws IOException {
    try {
      byte[] bytes = Files.readAllBytes(file);
      return new String(bytes, charset(bytes));
    } catch (NoSuchFileException e) {
      return "";
    }
  }

  /**
   * Changes the text while no other process does: under a lock of the whole file. The new text is
   * on the disk before this returns.
   *
   * @return whether the text is another now
   * @throws IOException if that fails, or others hold the lock for half a minute; the old text then
   *     stands
   */
  boolean change(Change change) throws IOException {
    return new StateFile(behindLinks()).changeItself(change);
  }

  /** A link stays one: somebody keeps the file where it leads to. */
  private Path behindLinks() throws IOException {
    Path target = file;
    for (int i = 0; i < MOST_LINKS && Files.isSymbolicLink(target); i++) {
      target = target.resolveSibling(Files.readSymbolicLink(target));
    }
    return target;
  }

  private boolean changeItself(Change change) throws IOException {
    Files.createDirectories(directory());
    long end = System.nanoTime() + LOCK_PATIENCE.toNanos();
    while (System.nanoTime() < end) {
      create();
      Object key = key();
      try (FileChannel channel = FileChannel.open(file, READ, WRITE);
          FileLock lock = channel.tryLock()) {
        // whoever had the lock before has put another file in this one's place
        if (lock != null && key.equals(key())) {
          return changeLocked(channel, change);
        }
      } catch (OverlappingFileLockException | NoSuchFileException e) {
        // as if another process had it
      }
      pause();
    }
    throw new IOException("locked by another process for " + LOCK_PATIENCE.toSeconds() + " s");
  }

  /** The file is read by the locked channel: closing any other of its own would unlock it. */
  private boolean changeLocked(FileChannel channel, Change change) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(channel.size()));
    while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
      // until all is read
    }
    Charset charset = charset(bytes.array());
    Optional<String> text = change.of(new String(bytes.array(), charset));
    if (text.isPresent()) {
      boolean fits = charset.newEncoder().canEncode(text.get());
      replace((fits ? charset : UTF_8).encode(text.get()));
    }
    return text.isPresent();
  }

  /**
   * Writes a text beside the file under a name of its own, unless it is there already.
   *
   * @return where it is
   * @throws IOException if that fails
   */
  Path keepAside(String text) throws IOException {
    for (int number = 1; ; number++) {
      Path copy = file.resolveSibling(file.getFileName() + ".damaged-" + number);
      try {
        return Files.writeString(Files.createFile(copy), text);
      } catch (FileAlreadyExistsException e) {
        if (Files.readString(copy).equals(text)) {
          return copy;
        }
      }
    }
  }

  private void replace(ByteBuffer bytes) throws IOException {
    Path draft = Files.createTempFile(directory(), file.getFileName().toString(), ".new");
    try {
      try (FileChannel channel = FileChannel.open(draft, WRITE)) {
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      }
      Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rw-r--r--"));
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      try (FileChannel entries = FileChannel.open(directory(), READ)) {
        entries.force(true);
      }
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private Path directory() {
    return file.toAbsolutePath().getParent();
  }

  private void create() throws IOException {
    try {
      Files.createFile(file);
    } catch (FileAlreadyExistsException e) {
      // as it mostly is
    }
  }

  private Object key() throws IOException {
    return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
  }

  /**
   * UTF-8, else Latin 1, in which each byte is a character: one stray byte, as of a comment in an
   * older encoding, makes no line of the file unreadable, and is kept when the file is written.
   */
  private static Charset charset(byte[] bytes) {
    try {
      UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return UTF_8;
    } catch (CharacterCodingException e) {
      return ISO_8859_1;
    }
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(LOCK_PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while another process holds the lock", e);
    }
  }
}
