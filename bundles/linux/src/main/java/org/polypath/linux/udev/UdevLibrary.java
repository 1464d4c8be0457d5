package org.polypath.linux.udev;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.polypath.api.discovery.DiscoveryException;
import org.polypath.linux.kernel.NativeLibraryException;

/** libudev, bound when it is first needed. */
final class UdevLibrary {
  private static final String FILE = "libudev.so.1";

  private LibUdev library;

  /**
   * The functions.
   *
   * @throws DiscoveryException if the library is not there
   */
  synchronized LibUdev functions() {
    if (library == null) {
      try {
        library =
            NativeLibraryException.guard(
                FILE + " (Debian: package libudev1, Red Hat: systemd-libs)", UdevLibrary::bind);
      } catch (NativeLibraryException e) {
        throw new DiscoveryException("discovery of paths: " + e.getMessage(), e);
      }
    }
    return library;
  }

  private static LibUdev bind() {
    return Native.load(FILE, LibUdev.class, Map.of(Library.OPTION_STRING_ENCODING, "UTF-8"));
  }

  /**
   * What a function that makes an object answered.
   *
   * @param what what was tried, for the message
   * @throws DiscoveryException if it made none
   */
  static Pointer made(String what, Supplier<Pointer> function) {
    return Optional.ofNullable(function.get())
        .orElseThrow(
            () ->
                new DiscoveryException(
                    "libudev: " + what + " failed with error number " + Native.getLastError()));
  }

  /** The properties of a device. */
  static Map<String, String> properties(LibUdev functions, Pointer device) {
    Map<String, String> properties = new LinkedHashMap<>();
    Pointer entry = functions.udev_device_get_properties_list_entry(device);
    while (entry != null) {
      String value = functions.udev_list_entry_get_value(entry);
      properties.put(functions.udev_list_entry_get_name(entry), value == null ? "" : value);
      entry = functions.udev_list_entry_get_next(entry);
    }
    return properties;
  }
}
