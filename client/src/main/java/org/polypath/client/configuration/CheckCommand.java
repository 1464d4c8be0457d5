package org.polypath.client.configuration;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;
import org.polypath.api.settings.Finding.Severity;
import org.polypath.client.Streams;
import org.polypath.config.ConfigurationFiles;
import org.polypath.config.ReadOutcome;

/**
 * Says what is wrong in configuration files.
 *
 * @param file the file; empty for those of this host
 * @param json whether programs read the answer
 */
record CheckCommand(Optional<Path> file, boolean json) {
  private static final ConfigurationFiles HOST =
      new ConfigurationFiles(Path.of("/etc/multipath.conf"), Path.of("/etc/multipath/conf.d"));

  /**
   * Reads the arguments.
   *
   * @throws IllegalArgumentException if they make no sense; the message says why
   */
  static CheckCommand parse(String... arguments) {
    try {
      Options options = new Options().addOption(null, "json", false, "");
      CommandLine line = new DefaultParser(false).parse(options, arguments);
      List<String> files = line.getArgList();
      if (files.size() > 1) {
        throw new IllegalArgumentException("only one file can be checked: " + files);
      }
      return new CheckCommand(files.stream().findFirst().map(Path::of), line.hasOption("json"));
    } catch (ParseException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  /** Checks and tells what was found; answers the exit status. */
  int run(Consumer<String> output) {
    if (file.isPresent() && !Files.exists(file.get())) {
      Streams.error("polypath: there is no file " + file.get() + "\n");
      return 1;
    }
    ReadOutcome outcome = files().read(List.of(), false);
    boolean usable = outcome.fold(accepted -> true, refused -> false);
    boolean errors =
        outcome.findings().stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
    CheckReport report = new CheckReport(name(), usable && !errors, outcome);
    output.accept(json ? report.json() : report.text());
    return report.usable() ? 0 : 1;
  }

  private String name() {
    return file.orElse(HOST.main()).toString();
  }

  private ConfigurationFiles files() {
    return file.map(ConfigurationFiles::alone).orElse(HOST);
  }
}
