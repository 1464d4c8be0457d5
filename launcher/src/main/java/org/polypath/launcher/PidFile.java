package org.polypath.launcher;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/**
 * The lock that keeps a second daemon out: an fcntl(2) lock on the pid file, gone with the process
 * however it ends.
 *
 * <p>Such a lock falls when <em>any</em> descriptor of the file is closed in this process, so
 * nothing else here may open the file.
 */
final class PidFile implements AutoCloseable {
  private static final int LONGEST_PID = 20;

  private final Path path;
  private final FileChannel channel;

  private PidFile(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /**
   * Takes the lock and writes the process id.
   *
   * @throws LaunchException another process has it, or the file cannot be written
   */
  static PidFile take(Path path, long pid) throws LaunchException {
    try {
      Optional<PidFile> taken = Optional.empty();
      while (taken.isEmpty()) {
        taken = attempt(path);
      }
      taken.get().write(pid);
      return taken.get();
    } catch (IOException e) {
      throw new LaunchException("cannot lock the pid file " + path + ": " + e, e);
    }
  }

  /**
   * Empty when a daemon that ended in between removed the file. The identity is taken before the
   * file is opened and again under the lock: equal, the lock is on the file that others see.
   */
  private static Optional<PidFile> attempt(Path path) throws IOException, LaunchException {
    create(path);
    Optional<Object> before = identity(path);
    if (before.isEmpty()) {
      return Optional.empty();
    }
    FileChannel channel = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
    if (!lock(channel)) {
      String holder = read(channel);
      channel.close();
      throw new LaunchException("a second daemon is already running, pid " + holder);
    }
    if (!before.equals(identity(path))) {
      channel.close();
      return Optional.empty();
    }
    return Optional.of(new PidFile(path, channel));
  }

  private static void create(Path path) throws IOException {
    try {
      Files.createFile(path);
    } catch (FileAlreadyExistsException e) {
      // of a daemon that runs, or that was killed: its lock tells
    }
  }

  private static boolean lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  private static Optional<Object> identity(Path path) throws IOException {
    try {
      return Optional.of(Files.readAttributes(path, BasicFileAttributes.class).fileKey());
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  private static String read(FileChannel channel) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(LONGEST_PID);
    channel.read(bytes, 0);
    return StandardCharsets.US_ASCII.decode(bytes.flip()).toString().strip();
  }

  private void write(long pid) throws IOException {
    channel.truncate(0);
    channel.write(ByteBuffer.wrap((pid + "\n").getBytes(StandardCharsets.US_ASCII)), 0);
  }

  /** Removes the file, then lets the lock go: in this order nobody removes a successor's file. */
  @Override
  public void close() throws IOException {
    try {
      Files.deleteIfExists(path);
    } finally {
      channel.close();
    }
  }
}
