package org.polypath.lab;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** This machine's side of the directory that the guest sees as {@code /out}. */
record SharedDirectory(Path path) {
  /** The name of a file in it, as the guest has it. */
  static String inGuest(String name) {
    return "/out/" + name;
  }

  /** Empties it, or makes it. */
  void empty() {
    try {
      if (Files.exists(path)) {
        try (Stream<Path> files = Files.walk(path)) {
          for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
            Files.delete(file);
          }
        }
      }
      Files.createDirectories(path);
    } catch (IOException e) {
      throw new GuestLostException("empty " + path, e);
    }
  }

  void write(String name, String text) {
    write(name, text.getBytes(StandardCharsets.UTF_8));
  }

  void write(String name, byte[] content) {
    Path file = path.resolve(name);
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, content);
    } catch (IOException e) {
      throw new GuestLostException("write " + file, e);
    }
  }

  String read(String name) {
    try {
      return Files.readString(path.resolve(name));
    } catch (IOException e) {
      throw new GuestLostException("read " + path.resolve(name), e);
    }
  }

  /** Whether a file is there and complete: it ends with a newline. */
  boolean isComplete(String name) {
    return Files.exists(path.resolve(name)) && read(name).endsWith("\n");
  }
}
