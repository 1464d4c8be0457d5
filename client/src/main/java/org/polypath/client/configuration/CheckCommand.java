package org.polypath.client.configuration;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;
import org.polypath.api.settings.Finding;
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
    InstalledPlugins plugins = PluginFolders.installed();
    ReadOutcome outcome =
        files()
            .read(
                plugins.contributions(),
                ConfigurationFiles.isNvmeJoined(ConfigurationFiles.NVME_PARAMETER));
    List<Finding> findings =
        Stream.concat(
                outcome.findings().stream(),
                outcome.fold(
                    accepted -> UnknownPlugins.in(accepted.configuration(), plugins).stream(),
                    refused -> Stream.<Finding>empty()))
            .toList();
    String refusal = outcome.fold(accepted -> "", refused -> refused.message());
    CheckReport report = new CheckReport(name(), refusal, findings, plugins.hardware().size());
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
