package org.polypath.linux.sysfs;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.regex.Pattern;
import org.polypath.api.device.Bytes;
import org.polypath.api.discovery.DiscoveryException;
import org.polypath.api.path.DeviceState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The kernel's view of devices as files. A device may leave at any moment: what cannot be read is
 * simply not there.
 *
 * @param root {@code /sys}, or its like
 */
public record Sysfs(Path root) {
  private static final Logger LOG = LoggerFactory.getLogger(Sysfs.class);
  private static final Path ALWAYS_THERE = Path.of("/dev/null");

  /** Where the kernel's own is mounted. */
  public static final Sysfs KERNEL = new Sysfs(Path.of("/sys"));

  /** Whether there is a sysfs at all. */
  public boolean isMounted() {
    return Files.isDirectory(root.resolve("class"));
  }

  /** The directory of a disk, for instance {@code /sys/block/sda}. It may not exist. */
  public Path disk(String name) {
    return root.resolve("block").resolve(name);
  }

  /** The directory of a device in a class, for instance {@code /sys/class/fc_host/host3}. */
  public Path ofClass(String className, String name) {
    return root.resolve("class").resolve(className).resolve(name);
  }

  /** An attribute's text, the newline cut. */
  public Optional<String> text(Path attribute) {
    return content(attribute)
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
        .map(text -> text.endsWith("\n") ? text.substring(0, text.length() - 1) : text);
  }

  /** An attribute's number. */
  public Optional<Long> number(Path attribute) {
    try {
      return text(attribute).map(text -> Long.parseLong(text.strip()));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** A binary attribute; no bytes if it is not there. */
  public Bytes bytes(Path attribute) {
    return content(attribute).map(Bytes::of).orElse(Bytes.EMPTY);
  }

  /** The directory that a path leads to when all links are followed. */
  public Optional<Path> real(Path path) {
    try {
      return Optional.of(path.toRealPath());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** The name of the nearest directory above a device whose name fits. */
  public Optional<String> ancestor(Path device, Pattern name) {
    Optional<Path> at = real(device);
    while (at.isPresent() && at.get().getFileName() != null) {
      String candidate = at.get().getFileName().toString();
      if (name.matcher(candidate).matches()) {
        return Optional.of(candidate);
      }
      at = Optional.ofNullable(at.get().getParent());
    }
    return Optional.empty();
  }

  /**
   * A value that differs between a device and a later one of the same name: sysfs gives each
   * directory a number of its own.
   */
  public Optional<Object> identity(Path directory) {
    try {
      return Optional.ofNullable(
          Files.readAttributes(directory, BasicFileAttributes.class).fileKey());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** The state of a disk's device. */
  public DeviceState state(Path disk) {
    Path device = disk.resolve("device");
    Optional<String> state = text(device.resolve("state"));
    if (state.isPresent()) {
      return DeviceState.of(state.get());
    }
    // both may be true of a device on its way out; then the next look says so
    return Files.isDirectory(device) ? DeviceState.NONE : DeviceState.GONE;
  }

  /**
   * The content.
   *
   * @throws DiscoveryException if no file at all can be opened: that says nothing about the device
   */
  private static Optional<byte[]> content(Path attribute) {
    try {
      return Optional.of(Files.readAllBytes(attribute));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      requireFiles();
      return Optional.empty();
    }
  }

  /** Tells what cannot be read from what this process cannot open, whatever it is. */
  private static void requireFiles() {
    try (FileChannel any = FileChannel.open(ALWAYS_THERE, StandardOpenOption.READ)) {
      LOG.trace("files can be opened: {}", any.isOpen());
    } catch (IOException e) {
      throw new DiscoveryException(
          "facts of paths: no more files can be opened (" + e.getMessage() + "); raise max_fds", e);
    }
  }
}
