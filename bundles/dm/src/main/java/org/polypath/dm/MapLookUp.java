package org.polypath.dm;

import org.polypath.api.map.KernelMap;
import org.polypath.api.path.Wwid;

/** Makes sure that what is changed is a multipath map: other dm devices are left alone. */
final class MapLookUp {
  private MapLookUp() {}

  /** The dm UUID of a multipath map. */
  static String uuid(Wwid wwid) {
    return KernelMap.UUID_PREFIX + wwid;
  }

  /**
   * What the kernel says of a multipath map.
   *
   * @param name what it was called, for what is said if there is none
   * @throws TaskException if there is no such map
   */
  static DeviceInfo own(DeviceMapper mapper, Wwid wwid, String name) {
    return mapper
        .find(uuid(wwid))
        .orElseThrow(
            () ->
                new TaskException(
                    Step.LOOK_UP, name, Errno.ENXIO, "no device has the dm UUID " + uuid(wwid)));
  }
}
