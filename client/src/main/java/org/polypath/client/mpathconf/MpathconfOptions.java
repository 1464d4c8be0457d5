package org.polypath.client.mpathconf;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;

/**
 * The command line of {@code mpathconf}.
 *
 * @param help whether only the usage is wanted
 * @param change what is to become of the file
 * @param output the file to write instead of the host's
 * @param withModule whether the kernel module is to be loaded
 * @param withDaemon whether the daemon is to be started, stopped or told
 */
record MpathconfOptions(
    boolean help, Change change, Optional<Path> output, boolean withModule, boolean withDaemon) {
  static final String USAGE =
      """
      Usage: mpathconf [option]...
      Without an option: shows how multipathing is set up.

        --enable                     use multipathing; makes the file if there is none
        --disable                    do not: leave every device alone
        --allow DEVICE               only this map, by WWID, name or MAJOR:MINOR; needs --outfile
        --user_friendly_names y|n    short names for maps
        --find_multipaths y|n|strict|greedy|smart
        --property_blacklist y|n     only devices whose identity udev knows
        --enable_foreign y|n         show foreign maps
        --recheck_wwid y|n           ask for the WWID again when a path comes back
        --option NAME:VALUE          any keyword of section defaults; without VALUE: take it out
        --outfile FILE               write this file and touch nothing else
        --with_module y|n            load the kernel module (y)
        --with_multipathd y|n        start, stop or tell the daemon (n)
      """;

  private static final List<String> WITH_VALUE =
      List.of(
          "allow",
          "user_friendly_names",
          "find_multipaths",
          "property_blacklist",
          "enable_foreign",
          "recheck_wwid",
          "option",
          "outfile",
          "with_module",
          "with_multipathd");

  /**
   * Reads the arguments.
   *
   * @param wwid finds the WWID of a map that is named in any way
   * @throws IllegalArgumentException if they make no sense; the message says why
   */
  static MpathconfOptions parse(UnaryOperator<String> wwid, String... arguments) {
    try {
      CommandLine line = new DefaultParser(false).parse(options(), arguments);
      if (!line.getArgList().isEmpty()) {
        throw new IllegalArgumentException("no such option: " + line.getArgList().get(0));
      }
      return of(line, wwid);
    } catch (ParseException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  /** All of them, for the parser. */
  static Options options() {
    Options options = new Options();
    options.addOption("h", "help", false, "");
    List.of("enable", "disable").forEach(name -> options.addOption(null, name, false, ""));
    WITH_VALUE.forEach(name -> options.addOption(null, name, true, ""));
    return options;
  }

  private static MpathconfOptions of(CommandLine line, UnaryOperator<String> wwid) {
    if (line.hasOption("enable") && line.hasOption("disable")) {
      throw new IllegalArgumentException("of --enable and --disable only one can be given");
    }
    if (line.hasOption("allow") && !line.hasOption("outfile")) {
      throw new IllegalArgumentException("--allow needs --outfile");
    }
    return new MpathconfOptions(
        line.hasOption("help"),
        line.hasOption("disable")
            ? new Change(Optional.of(false), List.of(), Optional.empty(), Map.of())
            : change(line, wwid),
        Optional.ofNullable(line.getOptionValue("outfile")).map(Path::of),
        yes(line, "with_module").orElse(true),
        yes(line, "with_multipathd").orElse(false));
  }

  private static Change change(CommandLine line, UnaryOperator<String> wwid) {
    String[] allowed = line.getOptionValues("allow");
    return new Change(
        line.hasOption("enable") ? Optional.of(true) : Optional.empty(),
        allowed == null ? List.of() : List.of(allowed).stream().map(wwid).toList(),
        yes(line, "property_blacklist"),
        defaults(line));
  }

  private static Map<String, String> defaults(CommandLine line) {
    Map<String, String> defaults = new LinkedHashMap<>();
    yes(line, "user_friendly_names")
        .ifPresent(yes -> defaults.put("user_friendly_names", yes ? "yes" : ""));
    Optional.ofNullable(line.getOptionValue("find_multipaths"))
        .ifPresent(mode -> defaults.put("find_multipaths", mode(mode)));
    yes(line, "enable_foreign").ifPresent(yes -> defaults.put("enable_foreign", yes ? ".*" : ""));
    yes(line, "recheck_wwid").ifPresent(yes -> defaults.put("recheck_wwid", yes ? "yes" : "no"));
    String[] others = line.getOptionValues("option");
    for (String option : others == null ? new String[0] : others) {
      int colon = option.indexOf(':');
      if (colon < 1) {
        throw new IllegalArgumentException("--option wants NAME:VALUE, not " + option);
      }
      defaults.put(option.substring(0, colon), option.substring(colon + 1));
    }
    return defaults;
  }

  private static String mode(String word) {
    return switch (word) {
      case "y", "yes", "on" -> "yes";
      case "n", "no", "off" -> "no";
      case "strict", "greedy", "smart" -> word;
      default ->
          throw new IllegalArgumentException("--find_multipaths wants y, n, strict, greedy, smart");
    };
  }

  private static Optional<Boolean> yes(CommandLine line, String option) {
    return Optional.ofNullable(line.getOptionValue(option))
        .map(
            word ->
                switch (word) {
                  case "y", "yes" -> true;
                  case "n", "no" -> false;
                  default -> throw new IllegalArgumentException("--" + option + " wants y or n");
                });
  }
}
