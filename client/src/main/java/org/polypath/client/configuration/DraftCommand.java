package org.polypath.client.configuration;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;
import org.polypath.client.FileFailure;
import org.polypath.client.Streams;

/**
 * Writes a configuration.
 *
 * @param fromHardware whether the hardware is looked at and nothing asked
 * @param output the file to write; empty for standard output
 */
record DraftCommand(boolean fromHardware, Optional<Path> output) {
  /**
   * Reads the arguments.
   *
   * @throws IllegalArgumentException if they make no sense; the message says why
   */
  static DraftCommand parse(String... arguments) {
    try {
      Options options =
          new Options()
              .addOption(null, "from-hardware", false, "")
              .addOption(null, "output", true, "");
      CommandLine line = new DefaultParser(false).parse(options, arguments);
      if (!line.getArgList().isEmpty()) {
        throw new IllegalArgumentException("what is meant by " + line.getArgList() + "?");
      }
      return new DraftCommand(
          line.hasOption("from-hardware"),
          Optional.ofNullable(line.getOptionValue("output")).map(Path::of));
    } catch (ParseException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  /** Makes the file; answers the exit status. */
  int run() {
    try {
      // before anybody answers questions for nothing
      if (output.isPresent()) {
        seeWhetherItCanBeMade(output.get());
      }
      write(fromHardware ? Draft.text(Interview.presets(), HardwareFromDaemon.ask()) : asked());
      return 0;
    } catch (FileAlreadyExistsException e) {
      Streams.error("polypath: " + e.getFile() + " is there already: name another file\n");
    } catch (FileSystemException e) {
      Streams.error("polypath: " + e.getFile() + ": " + FileFailure.reason(e) + "\n");
    } catch (IOException e) {
      Streams.error("polypath: " + e.getMessage() + "\n");
    }
    return 1;
  }

  private static void seeWhetherItCanBeMade(Path file) throws FileSystemException {
    Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file);
    if (Files.exists(file)) {
      throw new FileAlreadyExistsException(file.toString());
    } else if (!Files.isDirectory(folder)) {
      throw new NoSuchFileException(file.toString());
    } else if (!Files.isWritable(folder)) {
      throw new AccessDeniedException(file.toString());
    }
  }

  /** Questions go where they do not mix with the file on standard output. */
  private static String asked() throws IOException {
    BufferedReader input =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    return Draft.text(new Interview(input, Streams::error).ask(), Hardware.NONE);
  }

  private void write(String text) throws IOException {
    if (output.isPresent()) {
      Files.writeString(output.get(), text, StandardOpenOption.CREATE_NEW);
    } else {
      Streams.out(text);
    }
  }
}
