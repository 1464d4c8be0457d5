package org.polypath.dm.library;

import com.sun.jna.Library;
import com.sun.jna.Native;
import java.util.List;
import java.util.Map;
import org.polypath.api.map.MapDriverException;

/**
 * Loads libraries when they are asked for, not when a class is initialised: so a library that is
 * not there is an exception with a text each time, and may be there the next time.
 */
final class NativeLibraries {
  /** The library's name on Debian, and on the others. */
  private static final List<String> DEVICE_MAPPER =
      List.of("libdevmapper.so.1.02.1", "libdevmapper.so.1.02");

  private static final Map<String, Object> OPTIONS =
      Map.of(Library.OPTION_STRING_ENCODING, "UTF-8");

  private NativeLibraries() {}

  static DeviceMapperLibrary deviceMapper() {
    LinkageError reason = null;
    for (String name : DEVICE_MAPPER) {
      try {
        return Native.load(name, DeviceMapperLibrary.class, OPTIONS);
      } catch (LinkageError e) {
        reason = e;
      }
    }
    throw new MapDriverException(
        "could not load libdevmapper ("
            + String.join(", ", DEVICE_MAPPER)
            + "): install libdevmapper1.02.1 (Debian) or device-mapper-libs (Red Hat, SUSE)",
        reason);
  }

  static SystemLibrary system() {
    try {
      return Native.load("c", SystemLibrary.class, OPTIONS);
    } catch (LinkageError e) {
      throw new MapDriverException(
          "could not load JNA's native library: set -Djna.boot.library.path to the folder of"
              + " libjnidispatch.so",
          e);
    }
  }
}
