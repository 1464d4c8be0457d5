package org.polypath.client.path;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;
import org.polypath.client.Streams;
import org.polypath.client.path.PathProgramException.Failure;
import org.polypath.launcher.PropertyNames;

/**
 * {@code mpath_prio_NAME}: prints the priority of paths by one prioritizer, for scripts and for
 * configurations of long ago.
 */
public final class PriorityProgram {
  private static final String PREFIX = "mpath_prio_";
  private static final String ALUA = "alua";

  /** Names of old programs whose prioritizers have other names today. */
  private static final Map<String, String> OLD_NAMES =
      Map.of("netapp", "ontap", "hds_modular", "hds", "balance_units", "const");

  private final Host host;
  private final InstalledPrioritizers prioritizers;
  private final String program;

  PriorityProgram(Host host, InstalledPrioritizers prioritizers, String program) {
    this.host = host;
    this.prioritizers = prioritizers;
    this.program = program;
  }

  /** Runs the program whose name is the first word. */
  public static void main(String[] words) {
    Path home = Path.of(System.getProperty(PropertyNames.HOME, "."));
    InstalledPrioritizers prioritizers =
        new InstalledPrioritizers(List.of(home.resolve("bundle"), home.resolve("deploy")));
    PriorityProgram program = new PriorityProgram(new LinuxHost(), prioritizers, words[0]);
    System.exit(program.run(List.of(words).subList(1, words.length), new Printer()));
  }

  /** Where output goes. */
  static class Printer {
    void out(String text) {
      Streams.out(text);
    }

    void error(String text) {
      Streams.error(text);
    }
  }

  /**
   * Does what the arguments ask for.
   *
   * @return the exit status: 0, or that of the first failure
   */
  int run(List<String> arguments, Printer printer) {
    try {
      CommandLine line = parse(arguments);
      if (line.hasOption('h')) {
        printer.out(usage());
      } else if (line.hasOption('V')) {
        printer.out(program + " " + version() + "\n");
      } else {
        return rank(line, printer);
      }
      return 0;
    } catch (PathProgramException e) {
      return failed(e, printer);
    }
  }

  private int rank(CommandLine line, Printer printer) throws PathProgramException {
    if (line.getArgList().isEmpty()) {
      throw new PathProgramException(Failure.USAGE, "name a device\n" + usage());
    }
    PathRank ranking = ranking(line.getOptionValue('a', ""));
    Path folder = Path.of(line.getOptionValue('d', "/dev"));
    int status = 0;
    for (String device : line.getArgList()) {
      try {
        PathRank.Ranked ranked = ranking.rank(host.device(folder, device));
        printer.out(line.hasOption('v') ? ranked.report() : "");
        printer.out(ranked.priority() + "\n");
      } catch (PathProgramException e) {
        int failure = failed(e, printer);
        status = status == 0 ? failure : status;
      }
    }
    return status;
  }

  private PathRank ranking(String arguments) throws PathProgramException {
    String name = program.substring(Math.min(PREFIX.length(), program.length()));
    if (name.equals(ALUA)) {
      return new AluaRank();
    }
    try {
      return prioritizers
          .find(OLD_NAMES.getOrDefault(name, name))
          .map(found -> new PluginRank(found, arguments))
          .orElseThrow(
              () ->
                  new PathProgramException(
                      Failure.USAGE, "no prioritizer \"" + name + "\" is installed"));
    } catch (IOException e) {
      throw new PathProgramException(Failure.USAGE, e.getMessage());
    }
  }

  private int failed(PathProgramException failure, Printer printer) {
    printer.error(program + ": " + failure.getMessage() + "\n");
    return failure.failure().status();
  }

  private static CommandLine parse(List<String> arguments) throws PathProgramException {
    Options options =
        new Options()
            .addOption("a", true, "")
            .addOption("d", true, "")
            .addOption("h", "help", false, "")
            .addOption("v", false, "")
            .addOption("V", false, "");
    try {
      return new DefaultParser(false).parse(options, arguments.toArray(String[]::new));
    } catch (ParseException e) {
      throw new PathProgramException(Failure.USAGE, e.getMessage());
    }
  }

  private String usage() {
    return """
    Usage: %s [-d DIRECTORY] [-a ARGUMENTS] [-h] [-v] [-V] DEVICE...
      -d DIRECTORY  where devices are that are given by name (default /dev)
      -a ARGUMENTS  the prioritizer's arguments, as in prio_args
      -h            print this text
      -v            print where the priority comes from, too
      -V            print the version
    DEVICE is a path, a name, or major:minor.
    Exit status: 0; 1 wrong arguments; 2 a device cannot be opened; 3 it has no such priority (alua:
    no target port groups); 4 its inquiry returned no target port group; 5 REPORT TARGET PORT GROUPS
    failed.
    """
        .formatted(program);
  }

  private static String version() {
    return Optional.ofNullable(PriorityProgram.class.getPackage().getImplementationVersion())
        .orElse("(not packaged)");
  }
}
