package org.polypath.client.path;

import java.nio.file.Path;
import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;
import org.polypath.api.device.Bytes;
import org.polypath.client.Streams;
import org.polypath.client.path.PathProgramException.Failure;

/** {@code polypath rtpg}: what REPORT TARGET PORT GROUPS answers, as {@code sg_rtpg} shows it. */
public final class ReportPortGroups {
  private static final String USAGE =
      """
      Usage: polypath rtpg [-d] [-e] [-H] DEVICE
        -d, --decode    name states and status codes
        -e, --extended  ask for the header with the implicit transition time
        -H, --hex       print the answer in hexadecimal
        -h, --help      print this text
      DEVICE is a path, a name in /dev, or major:minor.
      Exit status: 0; 1 wrong arguments; 2 the device cannot be opened; 5 it does not answer.
      """;

  private static final Path DEVICES = Path.of("/dev");

  private final Host host;

  ReportPortGroups(Host host) {
    this.host = host;
  }

  /** Runs the program. */
  public static void main(String[] arguments) {
    try {
      Streams.out(new ReportPortGroups(new LinuxHost()).run(arguments));
      System.exit(0);
    } catch (PathProgramException e) {
      Streams.error("polypath rtpg: " + e.getMessage() + "\n");
      System.exit(e.failure().status());
    }
  }

  /** Does what the arguments ask for; answers what is to be printed. */
  String run(String... arguments) throws PathProgramException {
    CommandLine line = parse(arguments);
    if (line.hasOption('h')) {
      return USAGE;
    }
    List<String> operands = line.getArgList();
    if (operands.size() != 1) {
      throw new PathProgramException(Failure.USAGE, "name one device\n" + USAGE);
    }
    Bytes answer = PortGroups.read(host.device(DEVICES, operands.get(0)), line.hasOption('e'));
    PortGroupReport report = new PortGroupReport(answer, line.hasOption('d'));
    return line.hasOption('H') ? report.hex() : report.text();
  }

  private static CommandLine parse(String... arguments) throws PathProgramException {
    Options options =
        new Options()
            .addOption("d", "decode", false, "")
            .addOption("e", "extended", false, "")
            .addOption("H", "hex", false, "")
            .addOption("h", "help", false, "");
    try {
      return new DefaultParser(false).parse(options, arguments);
    } catch (ParseException e) {
      throw new PathProgramException(Failure.USAGE, e.getMessage() + "\n" + USAGE);
    }
  }
}
