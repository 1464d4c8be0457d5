package org.polypath.simulator.map;

import java.util.List;

/**
 * How a path selector of the kernel reads and shows its arguments, observed on kernel 6.1: whatever
 * repeat count is given, 1 is shown.
 */
enum SelectorFormat {
  ROUND_ROBIN("round-robin", 1) {
    @Override
    List<String> status(TargetPath path) {
      return List.of();
    }
  },
  QUEUE_LENGTH("queue-length", 1) {
    @Override
    List<String> status(TargetPath path) {
      return List.of(Integer.toString(path.requestsInFlight()));
    }
  },
  SERVICE_TIME("service-time", 2) {
    @Override
    List<String> accept(List<String> arguments) {
      super.accept(arguments);
      String throughput = arguments.size() < 2 ? "1" : arguments.get(1);
      if (!throughput.matches("[0-9]{1,2}|100")) {
        throw new IllegalArgumentException("service-time ps: invalid relative_throughput value");
      }
      return List.of("1", throughput);
    }

    @Override
    List<String> status(TargetPath path) {
      return List.of(Long.toString(path.bytesInFlight()), path.arguments().get(1));
    }
  },
  /** A selector that this kernel does not have: its arguments are shown as they are given. */
  OTHER("", Integer.MAX_VALUE) {
    @Override
    List<String> acceptGroup(List<String> arguments) {
      return arguments;
    }

    @Override
    List<String> accept(List<String> arguments) {
      return arguments;
    }

    @Override
    List<String> status(TargetPath path) {
      return List.of();
    }
  };

  private final String kernelName;
  private final int mostArguments;

  SelectorFormat(String kernelName, int mostArguments) {
    this.kernelName = kernelName;
    this.mostArguments = mostArguments;
  }

  static SelectorFormat of(String kernelName) {
    for (SelectorFormat format : values()) {
      if (format.kernelName.equals(kernelName)) {
        return format;
      }
    }
    return OTHER;
  }

  /** Reads a group's arguments: them as the table shows them afterwards, which is not at all. */
  List<String> acceptGroup(List<String> arguments) {
    return List.of();
  }

  /**
   * Reads a path's arguments.
   *
   * @return them as the table shows them afterwards
   * @throws IllegalArgumentException if the kernel refuses them
   */
  List<String> accept(List<String> arguments) {
    if (arguments.size() > mostArguments) {
      throw new IllegalArgumentException(kernelName + " ps: incorrect number of arguments");
    }
    if (!arguments.isEmpty() && !arguments.get(0).matches("[0-9]{1,9}")) {
      throw new IllegalArgumentException(kernelName + " ps: invalid repeat count");
    }
    return List.of("1");
  }

  /** What the status says of a path. */
  abstract List<String> status(TargetPath path);
}
