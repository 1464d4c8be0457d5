package org.polypath.linux.process;

import java.io.IOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.Map;

/**
 * The jars that the process has open, read in whole and mapped: with memory locked, what is read
 * from them later comes from memory, whatever became of their disk. Jars come and go with bundles,
 * so this is done again and again. One thread uses it.
 */
final class ResidentJars {
  private final Path descriptors;
  private Map<Object, MappedByteBuffer> mapped = Map.of();

  /**
   * Nothing is read yet.
   *
   * @param descriptors {@code /proc/self/fd}
   */
  ResidentJars(Path descriptors) {
    this.descriptors = descriptors;
  }

  /**
   * Reads and maps what was not open the time before, and lets go of what is open no more.
   *
   * @return how much is new, in bytes
   */
  long take() throws IOException {
    Map<Object, MappedByteBuffer> now = new HashMap<>();
    long bytes = 0;
    try (DirectoryStream<Path> open = Files.newDirectoryStream(descriptors)) {
      for (Path descriptor : open) {
        if (isJar(descriptor)) {
          bytes += take(descriptor, now);
        }
      }
    }
    mapped = now;
    return bytes;
  }

  private long take(Path descriptor, Map<Object, MappedByteBuffer> now) throws IOException {
    try {
      Object file = Files.readAttributes(descriptor, BasicFileAttributes.class).fileKey();
      if (now.containsKey(file)) {
        return 0;
      }
      if (mapped.containsKey(file)) {
        now.put(file, mapped.get(file));
        return 0;
      }
      try (FileChannel channel = FileChannel.open(descriptor)) {
        MappedByteBuffer jar = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size()).load();
        now.put(file, jar);
        return jar.capacity();
      }
    } catch (NoSuchFileException closedMeanwhile) {
      return 0;
    }
  }

  private static boolean isJar(Path descriptor) throws IOException {
    try {
      return Files.readSymbolicLink(descriptor).toString().endsWith(".jar");
    } catch (NoSuchFileException closedMeanwhile) {
      return false;
    }
  }
}
