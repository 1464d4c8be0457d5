package org.polypath.dm;

/** Makes sure that what is changed is a multipath map: other dm devices are left alone. */
final class MapLookUp {
  private MapLookUp() {}

  /**
   * What the kernel says of a multipath map.
   *
   * @throws TaskException if there is no such map
   */
  static DeviceInfo own(DeviceMapper mapper, String name) {
    return mapper
        .info(name)
        .filter(MapReader::isOurs)
        .orElseThrow(
            () ->
                new TaskException(
                    Step.LOOK_UP, name, Errno.ENXIO, "there is no multipath map of this name"));
  }
}
