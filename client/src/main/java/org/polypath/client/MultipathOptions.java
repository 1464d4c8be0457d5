package org.polypath.client;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.ParseException;

/**
 * The command line of {@code multipath}. Of several options that say what to do the last counts, as
 * with the reference; {@code -d} and {@code -r} say how maps are made where none does.
 *
 * @param task the option that says what to do; empty to make maps
 * @param flags the options given that take no value
 * @param verbosity how much to print; empty if not said
 * @param policy the grouping policy; empty for the configured one
 * @param retries how often a map in use is tried again; empty for as often as configured
 * @param device what it is limited to
 */
record MultipathOptions(
    Optional<String> task,
    Set<MultipathOption> flags,
    OptionalInt verbosity,
    Optional<String> policy,
    OptionalInt retries,
    Optional<String> device) {
  private static final int DEFAULT_VERBOSITY = 2;

  /**
   * What is logged at each {@code -v}: what maps were made is the output, and no event beside it.
   */
  private static final List<Integer> LOG_LEVELS = List.of(0, 0, 1, 3, 4);

  private static final BigInteger MOST = BigInteger.valueOf(Integer.MAX_VALUE);

  private static final Set<MultipathOption> TASKS =
      EnumSet.of(
          MultipathOption.LIST,
          MultipathOption.FLUSH,
          MultipathOption.FLUSH_ALL,
          MultipathOption.CONFIGURATION,
          MultipathOption.LOCAL_CONFIGURATION,
          MultipathOption.REMEMBER,
          MultipathOption.FORGET,
          MultipathOption.REMEMBER_MAPS);

  private static final Set<MultipathOption> WITH_DEVICE =
      EnumSet.of(MultipathOption.FLUSH, MultipathOption.REMEMBER, MultipathOption.FORGET);

  /**
   * Reads the arguments.
   *
   * @throws IllegalArgumentException if they make no sense; the message says why
   */
  static MultipathOptions parse(String... arguments) {
    try {
      CommandLine line = new DefaultParser(false).parse(MultipathOption.all(), arguments);
      List<String> operands = line.getArgList();
      if (operands.size() > 1) {
        throw new IllegalArgumentException("only one device can be named: " + operands);
      }
      return new MultipathOptions(
          task(line),
          flags(line),
          number(line, MultipathOption.VERBOSITY),
          Optional.ofNullable(line.getOptionValue(MultipathOption.POLICY.letter())),
          number(line, MultipathOption.RETRIES),
          operands.stream().findFirst());
    } catch (ParseException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  boolean has(MultipathOption flag) {
    return flags.contains(flag);
  }

  /** The arguments one by one, as the daemon and the once mode read them. */
  List<String> words(boolean terminal) {
    List<String> words = new ArrayList<>();
    words.add("-v");
    words.add(Integer.toString(verbosity.orElse(DEFAULT_VERBOSITY)));
    task.ifPresent(words::add);
    policy.ifPresent(name -> words.addAll(List.of("-p", name)));
    retries.ifPresent(times -> words.addAll(List.of("-R", Integer.toString(times))));
    if (terminal) {
      words.add("--terminal");
    }
    device.ifPresent(words::add);
    return words;
  }

  /** How much this process logs if it does the work itself. */
  int logLevel() {
    return LOG_LEVELS.get(Math.min(verbosity.orElse(DEFAULT_VERBOSITY), LOG_LEVELS.size() - 1));
  }

  /** Whether checkers and prioritizers are to run. */
  boolean checksPaths() {
    return List.of("", "-ll", "-d", "-r").contains(task.orElse(""));
  }

  /**
   * Whether maps may be changed: {@code true}, {@code false}, or only the {@code commands} given.
   */
  String changesMaps() {
    return switch (task.orElse("")) {
      case "-l", "-ll", "-d", "-t", "-T" -> "false";
      case "-f", "-F", "-a", "-w", "-W" -> "commands";
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
          multipath [-v level] [-B|-d|-q|-r|-D] [-p policy] [device]
          multipath [-v level] [-R times] -f device
          multipath [-v level] [-R times] -F
          multipath [-v level] [-l|-ll] [device]
          multipath [-v level] [-a|-w] device
          multipath [-v level] [-i] [-c|-u] device
          multipath [-v level] [-C|-U] device
          multipath [-v level] [-W|-t|-T]
          multipath -h

        Options:
        %sA device is a map by name or WWID, /dev/mapper/NAME, /dev/dm-N, dm-N or major:minor,
        or the map of a path: /dev/sda, sda or 8:0.
        """
        .formatted(version, MultipathOption.usage());
  }

  private static Optional<String> task(CommandLine line) {
    List<Option> given = List.of(line.getOptions());
    Optional<MultipathOption> last =
        given.stream()
            .flatMap(option -> TASKS.stream().filter(task -> isOption(option, task)))
            .reduce((first, second) -> second);
    if (last.filter(WITH_DEVICE::contains).isPresent() && line.getArgList().isEmpty()) {
      throw new IllegalArgumentException(
          last.get() == MultipathOption.FLUSH
              ? "the -f option requires a map name to remove"
              : "the -%c option requires a device".formatted(last.get().letter()));
    }
    if (last.isPresent()) {
      boolean twice =
          given.stream().filter(option -> isOption(option, MultipathOption.LIST)).count() > 1;
      boolean checked = last.get() == MultipathOption.LIST && twice;
      return Optional.of(checked ? "-ll" : "-" + last.get().letter());
    }
    return Stream.of(MultipathOption.DRY_RUN, MultipathOption.RELOAD)
        .filter(how -> line.hasOption(how.letter()))
        .map(how -> "-" + how.letter())
        .findFirst();
  }

  private static boolean isOption(Option option, MultipathOption which) {
    return option.getOpt().equals(String.valueOf(which.letter()));
  }

  private static Set<MultipathOption> flags(CommandLine line) {
    Set<MultipathOption> flags = EnumSet.noneOf(MultipathOption.class);
    Stream.of(MultipathOption.values())
        .filter(option -> option.argument().isEmpty() && line.hasOption(option.letter()))
        .forEach(flags::add);
    return flags;
  }

  private static OptionalInt number(CommandLine line, MultipathOption option) {
    String value = line.getOptionValue(option.letter());
    if (value == null) {
      return OptionalInt.empty();
    }
    if (!value.matches("[0-9]+")) {
      throw new IllegalArgumentException(
          "bad value for -%c: %s (a number, 0 or more)".formatted(option.letter(), value));
    }
    // there is no more verbosity, and no longer patience, than this
    return OptionalInt.of(new BigInteger(value).min(MOST).intValueExact());
  }
}
