package org.polypath.api.selector;

import java.util.List;

/**
 * What a selector knows about a path when it chooses.
 *
 * @param name the path's name
 * @param arguments the path's arguments in the dm table
 * @param requestsInFlight I/Os sent down this path that have not come back, 0 or more
 * @param bytesInFlight their size
 */
public record PathLoad(
    String name, List<String> arguments, int requestsInFlight, long bytesInFlight) {
  /** Copies the arguments. */
  public PathLoad {
    arguments = List.copyOf(arguments);
  }

  /** The argument at an index as a number, or a default where it is missing or no number. */
  public int argument(int index, int otherwise) {
    if (index >= arguments.size()) {
      return otherwise;
    }
    try {
      return Integer.parseInt(arguments.get(index));
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }
}
