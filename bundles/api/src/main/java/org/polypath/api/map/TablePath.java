package org.polypath.api.map;

import java.util.List;
import org.polypath.api.path.DeviceNumber;

/**
 * A path in a table.
 *
 * @param device its device number
 * @param arguments the selector's arguments for it; every path of a group has as many
 */
public record TablePath(DeviceNumber device, List<String> arguments) {
  /** Copies the arguments. */
  public TablePath {
    arguments = List.copyOf(arguments);
  }

  void appendTo(StringBuilder text) {
    text.append(' ').append(device);
    arguments.forEach(argument -> text.append(' ').append(argument));
  }

  static TablePath read(Words words, int argumentCount) {
    DeviceNumber device = words.device();
    return new TablePath(device, words.repeat(argumentCount, words::word));
  }
}
