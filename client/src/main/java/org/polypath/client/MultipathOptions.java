package org.polypath.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;

/**
 * The command line of {@code multipath}.
 *
 * @param help whether only the usage is wanted
 * @param task the option that says what to do; empty to make maps
 * @param verbosity how much to print; empty if not said
 * @param device what it is limited to
 */
record MultipathOptions(
    boolean help, Optional<String> task, OptionalInt verbosity, Optional<String> device) {
  private static final int DEFAULT_VERBOSITY = 2;

  /**
   * Reads the arguments.
   *
   * @throws IllegalArgumentException if they make no sense; the message says why
   */
  static MultipathOptions parse(String... arguments) {
    try {
      CommandLine line = new DefaultParser(false).parse(options(), arguments);
      List<String> operands = line.getArgList();
      if (operands.size() > 1) {
        throw new IllegalArgumentException("only one device can be named: " + operands);
      }
      return new MultipathOptions(
          line.hasOption('h'), task(line), verbosity(line), operands.stream().findFirst());
    } catch (ParseException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  /** The arguments one by one, as the daemon and the once mode read them. */
  List<String> words(boolean terminal) {
    List<String> words = new ArrayList<>();
    words.add("-v");
    words.add(Integer.toString(verbosity.orElse(DEFAULT_VERBOSITY)));
    task.ifPresent(words::add);
    if (terminal) {
      words.add("--terminal");
    }
    device.ifPresent(words::add);
    return words;
  }

  /** Whether checkers and prioritizers are to run. */
  boolean checksPaths() {
    return task.filter(List.of("-l", "-t", "-T", "-f", "-F")::contains).isEmpty();
  }

  /**
   * Whether maps may be changed: {@code true}, {@code false}, or only the {@code commands} given.
   */
  String changesMaps() {
    return switch (task.orElse("")) {
      case "-l", "-ll", "-d", "-t", "-T" -> "false";
      case "-f", "-F" -> "commands";
      default -> "true";
    };
  }

  /** Whether paths and maps of this host are looked at at all. */
  boolean needsHost() {
    return task.filter("-t"::equals).isEmpty();
  }

  static String usage() {
    String version =
        Optional.ofNullable(MultipathOptions.class.getPackage().getImplementationVersion())
            .orElse("(not installed)");
    return """
        multipath-tools v0.9.4
        Polypath v%s
        Usage:
          multipath [-v level] [-d|-r] [device]
          multipath [-v level] -f device
          multipath [-v level] -F
          multipath [-v level] [-l|-ll] [device]
          multipath [-v level] [-t|-T]
          multipath -h

        Where:
          -h      print this usage text
          -l      show maps, from what sysfs and the kernel's maps tell
          -ll     show maps, with what checkers and prioritizers find
          -f      remove a map that is not in use
          -F      remove all maps that are not in use
          -t      print the configuration in force
          -T      print it as far as it is about the hardware and the maps there are
          -d      only show which maps would be made or changed
          -r      load the table of every map again
          -v lvl  how much is printed:
                  . 0 nothing
                  . 1 names of maps
                  . 2 topologies (default)
                  . 3 and 4 messages for debugging too
          device  only this map, or the map of this path:
                  . name or WWID of a map
                  . /dev/mapper/NAME, /dev/dm-N, dm-N
                  . a path: /dev/sda, sda or 8:0
        """
        .formatted(version);
  }

  private static Options options() {
    Options options = new Options();
    options.addOption("v", true, "");
    Stream.of("l", "t", "T", "f", "F", "d", "r", "h")
        .forEach(name -> options.addOption(name, false, ""));
    return options;
  }

  private static Optional<String> task(CommandLine line) {
    long lists = Stream.of(line.getOptions()).filter(option -> option.getOpt().equals("l")).count();
    List<String> tasks =
        Stream.of("t", "T", "f", "F", "d", "r")
            .filter(line::hasOption)
            .map(name -> "-" + name)
            .toList();
    if (tasks.size() + Math.min(lists, 1) > 1) {
      throw new IllegalArgumentException("of -l, -t, -T, -f, -F, -d and -r only one can be given");
    }
    if (tasks.equals(List.of("-f")) && line.getArgList().isEmpty()) {
      throw new IllegalArgumentException("the -f option requires a map name to remove");
    }
    if (lists > 0) {
      return Optional.of(lists > 1 ? "-ll" : "-l");
    }
    return tasks.stream().findFirst();
  }

  private static OptionalInt verbosity(CommandLine line) {
    if (!line.hasOption('v')) {
      return OptionalInt.empty();
    }
    String level = line.getOptionValue('v');
    try {
      return OptionalInt.of(Integer.parseUnsignedInt(level));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("bad value for -v: " + level + " (0 to 4)", e);
    }
  }
}
