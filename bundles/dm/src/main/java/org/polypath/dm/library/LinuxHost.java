package org.polypath.dm.library;

import com.sun.jna.LastErrorException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.polypath.api.map.MapDriverException;
import org.polypath.dm.ControlNode;
import org.polypath.dm.DeviceInfo;
import org.polypath.dm.DeviceMapper;
import org.polypath.dm.Host;
import org.polypath.dm.WaitingCalls;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The Linux host this runs on. */
public final class LinuxHost implements Host {
  private static final Logger LOG = LoggerFactory.getLogger(LinuxHost.class);
  private static final Pattern ESCAPED = Pattern.compile("\\\\x([0-9a-fA-F]{2})");

  private final Path root;

  /** With its file systems where they usually are. */
  public LinuxHost() {
    this(Path.of("/"));
  }

  LinuxHost(Path root) {
    this.root = root;
  }

  @Override
  public DeviceMapper open() {
    SystemLibrary system = NativeLibraries.system();
    DeviceMapperLibrary library = NativeLibraries.deviceMapper();
    new ControlNodeCheck(root).check();
    return new LibraryDeviceMapper(library, system);
  }

  @Override
  public ControlNode openControlNode() {
    SystemLibrary system = NativeLibraries.system();
    new ControlNodeCheck(root).check();
    try {
      return new PolledControlNode(system);
    } catch (LastErrorException e) {
      throw notOpened(system, "for events", e);
    }
  }

  private static MapDriverException notOpened(
      SystemLibrary system, String why, LastErrorException cause) {
    return new MapDriverException(
        "could not open "
            + ControlRequest.NODE
            + " "
            + why
            + ": "
            + system.strerror(cause.getErrorCode())
            + ": run as root, with device-mapper in the kernel (`modprobe dm-multipath`)",
        cause);
  }

  @Override
  public WaitingCalls openWaitingCalls() {
    SystemLibrary system = NativeLibraries.system();
    try {
      return new KernelCalls(system);
    } catch (LastErrorException e) {
      throw notOpened(system, "to change maps", e);
    }
  }

  @Override
  public List<Holder> holders(DeviceInfo device) {
    Path holders = root.resolve("sys/dev/block/" + device.number() + "/holders");
    List<Holder> found = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(holders, "dm-*")) {
      for (Path entry : entries) {
        found.add(new Holder(text(entry.resolve("dm/name")), text(entry.resolve("dm/uuid"))));
      }
    } catch (IOException e) {
      LOG.debug("holders not read: folder: {}, reason: {}", holders, e.toString());
    }
    return found;
  }

  /** The socket's file stays when the daemon is killed; the kernel's list of sockets is right. */
  @Override
  public boolean udevRuns() {
    try {
      return Files.readString(root.resolve("proc/1/net/unix")).contains("/run/udev/control");
    } catch (IOException e) {
      return Files.exists(root.resolve("run/udev/control"));
    }
  }

  @Override
  public long nanoTime() {
    return System.nanoTime();
  }

  @Override
  public boolean isModuleLoaded(String module) {
    return Files.isDirectory(root.resolve("sys/module/" + module.replace('-', '_')));
  }

  /** The kernel's text as the library would give it: with odd characters as they are. */
  private static String text(Path file) throws IOException {
    return ESCAPED
        .matcher(Files.readString(file).strip())
        .replaceAll(
            match -> {
              char character = (char) Integer.parseInt(match.group(1), 16);
              return character == '\\' || character == '$' ? "\\" + character : "" + character;
            });
  }
}
