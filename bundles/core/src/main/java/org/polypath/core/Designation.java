package org.polypath.core;

import java.util.stream.Stream;
import org.polypath.api.map.KernelMap;
import org.polypath.api.path.DeviceNumber;

/**
 * What somebody calls a path or a map: a name, a file under {@code /dev}, a number or a WWID.
 *
 * @param bare without the directory
 */
record Designation(String bare) {
  private static final String MAPPER = "/dev/mapper/";
  private static final String DEV = "/dev/";

  static Designation of(String text) {
    String directory = Stream.of(MAPPER, DEV).filter(text::startsWith).findFirst().orElse("");
    return new Designation(text.substring(directory.length()));
  }

  /** Whether it is a path's name or number. */
  boolean isOf(PathEntry path) {
    return path.name.equals(bare) || isNumber(path.facts.number());
  }

  /** Whether it is what the kernel or the configuration calls a map. */
  boolean isOf(MapEntry map) {
    return map.shownName().equals(bare)
        || map.wwid.text().equals(bare)
        || map.kernel.filter(this::isOf).isPresent();
  }

  private boolean isOf(KernelMap map) {
    return map.kernelName().equals(bare) || isNumber(map.number());
  }

  private boolean isNumber(DeviceNumber number) {
    return DeviceNumber.parse(bare).filter(number::equals).isPresent();
  }
}
