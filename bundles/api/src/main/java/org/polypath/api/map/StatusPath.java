package org.polypath.api.map;

import java.util.List;
import org.polypath.api.path.DeviceNumber;

/**
 * A path in a status.
 *
 * @param device its device number
 * @param failed whether the kernel does not use it
 * @param failCount how often the kernel failed it since the table was loaded
 * @param selectorStatus what the selector says of it, for instance bytes in flight
 */
public record StatusPath(
    DeviceNumber device, boolean failed, int failCount, List<String> selectorStatus) {
  /** Copies the words. */
  public StatusPath {
    selectorStatus = List.copyOf(selectorStatus);
  }

  static StatusPath read(Words words, int argumentCount) {
    DeviceNumber device = words.device();
    String letter = words.word();
    if (!letter.equals("A") && !letter.equals("F")) {
      throw new IllegalArgumentException("no path state: " + letter);
    }
    int failCount = words.number();
    return new StatusPath(
        device, letter.equals("F"), failCount, words.repeat(argumentCount, words::word));
  }
}
