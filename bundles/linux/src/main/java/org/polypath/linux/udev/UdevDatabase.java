package org.polypath.linux.udev;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.polypath.api.discovery.DiscoveryException;
import org.polypath.linux.kernel.CLibrary;
import org.polypath.linux.kernel.ErrorNumber;

/** Disks as libudev lists them. Each call has a context of its own, so any thread may call. */
public final class UdevDatabase implements DiskDatabase {
  /** The subsystem of disks. */
  static final String SUBSYSTEM = "block";

  /** The kind of whole disks. */
  static final String KIND = "disk";

  private static final Path DAEMON_SOCKET = Path.of("/run/udev/control");

  private final UdevLibrary library = new UdevLibrary();
  private final CLibrary system;

  /**
   * On this host.
   *
   * @param system the C library
   */
  public UdevDatabase(CLibrary system) {
    this.system = system;
  }

  @Override
  public List<Disk> disks() {
    return inContext(UdevDatabase::list);
  }

  @Override
  public Optional<Disk> disk(String name) {
    return inContext(
        (functions, udev) ->
            wholeDisk(
                functions,
                functions.udev_device_new_from_subsystem_sysname(udev, SUBSYSTEM, name)));
  }

  @Override
  public DiskMonitor monitor() {
    if (!Files.exists(DAEMON_SOCKET)) {
      throw new DiscoveryException(
          "events of paths: udev's daemon does not run (no "
              + DAEMON_SOCKET
              + "); start systemd-udevd");
    }
    return UdevMonitor.start(library.functions(), system);
  }

  private interface InContext<T> {
    T perform(LibUdev functions, Pointer udev);
  }

  private <T> T inContext(InContext<T> task) {
    LibUdev functions = library.functions();
    Pointer udev = UdevLibrary.made("udev_new", functions::udev_new);
    try {
      return task.perform(functions, udev);
    } finally {
      functions.udev_unref(udev);
    }
  }

  private static List<Disk> list(LibUdev functions, Pointer udev) {
    Pointer enumeration =
        UdevLibrary.made("udev_enumerate_new", () -> functions.udev_enumerate_new(udev));
    try {
      functions.udev_enumerate_add_match_subsystem(enumeration, SUBSYSTEM);
      int result = functions.udev_enumerate_scan_devices(enumeration);
      if (result < 0) {
        throw new DiscoveryException(
            "libudev: enumeration of block devices failed with error number "
                + -result
                + "; see that /sys is mounted and readable");
      }
      List<Disk> disks = new ArrayList<>();
      Pointer entry = functions.udev_enumerate_get_list_entry(enumeration);
      while (entry != null) {
        String path = functions.udev_list_entry_get_name(entry);
        wholeDisk(functions, functions.udev_device_new_from_syspath(udev, path))
            .ifPresent(disks::add);
        entry = functions.udev_list_entry_get_next(entry);
      }
      return disks;
    } finally {
      functions.udev_enumerate_unref(enumeration);
    }
  }

  /** A disk that could not be looked at for want of these may well be there. */
  private static void requireResources(int error) {
    switch (error) {
      case ErrorNumber.EMFILE, ErrorNumber.ENFILE, ErrorNumber.ENOMEM ->
          throw new DiscoveryException(
              "libudev: disks cannot be looked at, error number "
                  + error
                  + "; raise max_fds, or see what uses the host's memory");
      default -> {}
    }
  }

  /** Gives the device back. */
  private static Optional<Disk> wholeDisk(LibUdev functions, Pointer device) {
    if (device == null) {
      requireResources(Native.getLastError());
      return Optional.empty();
    }
    try {
      return KIND.equals(functions.udev_device_get_devtype(device))
          ? Optional.of(
              new Disk(
                  functions.udev_device_get_sysname(device),
                  UdevLibrary.properties(functions, device)))
          : Optional.empty();
    } finally {
      functions.udev_device_unref(device);
    }
  }
}
