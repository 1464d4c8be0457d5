package org.polypath.daemon.state;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * A small file that is read and written as a whole; whoever reads it sees the old or the new text,
 * never half of one.
 */
final class StateFile {
  private final Path file;

  StateFile(Path file) {
    this.file = file;
  }

  String name() {
    return file.toString();
  }

  /**
   * Reads the text; a file that is not there has none.
   *
   * @throws IOException if it is there and cannot be read, or is no text
   */
  String read() throws IOException {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
          .toString();
    } catch (NoSuchFileException e) {
      return "";
    }
  }

  /**
   * Copies the file beside itself under a name of its own.
   *
   * @return the copy
   * @throws IOException if that fails
   */
  Path keepAside() throws IOException {
    for (int number = 1; ; number++) {
      Path copy = file.resolveSibling(file.getFileName() + ".damaged-" + number);
      try {
        return Files.copy(file, copy);
      } catch (FileAlreadyExistsException e) {
        if (Files.mismatch(file, copy) < 0) {
          return copy;
        }
      }
    }
  }

  /**
   * Replaces the text, on the disk before this returns.
   *
   * @throws IOException if that fails; the old text then stands
   */
  void write(String text) throws IOException {
    Path directory = file.toAbsolutePath().getParent();
    Files.createDirectories(directory);
    Path draft = Files.createTempFile(directory, file.getFileName().toString(), ".new");
    try {
      try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      }
      Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rw-r--r--"));
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      try (FileChannel entries = FileChannel.open(directory, StandardOpenOption.READ)) {
        entries.force(true);
      }
    } finally {
      Files.deleteIfExists(draft);
    }
  }
}
