package org.polypath.client.project;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;
import org.polypath.client.Dialogue;
import org.polypath.client.FileFailure;
import org.polypath.client.Streams;

/** The program behind {@code polypath plugin new}. */
public final class ProjectTool {
  private static final String USAGE =
      """
      Usage: polypath plugin new [--vendor VENDOR --product EXPRESSION [--example PRODUCT] | --device DEVICE]
                                 [--checker] [--prioritizer] FOLDER

      Makes a Maven project of a bundle for a vendor's arrays: settings, and if asked for a checker and a
      prioritizer. Which arrays is asked for where no option says it.

        --vendor      what the arrays answer as vendor, as /sys/block/sdX/device/vendor has it; taken literally
        --product     POSIX extended regular expression, compared with /sys/block/sdX/device/model
        --example     a product that fits it, for the simulated array that the tests run on; needed only
                      where none can be read off the expression
        --device      an array at hand: vendor and product of this device (sda), as the running daemon has
                      them, or the kernel; --product and --example beside it widen it
        --checker     with a checker of its own
        --prioritizer with a prioritizer of its own
      """;
  private static final Options OPTIONS =
      new Options()
          .addOption(null, "vendor", true, "")
          .addOption(null, "product", true, "")
          .addOption(null, "example", true, "")
          .addOption(null, "device", true, "")
          .addOption(null, "checker", false, "")
          .addOption(null, "prioritizer", false, "")
          .addOption("h", "help", false, "");

  private final Devices devices;
  private final BufferedReader input;
  private final Consumer<String> output;
  private final Consumer<String> problems;

  ProjectTool(
      Devices devices, BufferedReader input, Consumer<String> output, Consumer<String> problems) {
    this.devices = devices;
    this.input = input;
    this.output = output;
    this.problems = problems;
  }

  /** Runs the program. */
  public static void main(String[] arguments) {
    BufferedReader input =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    System.exit(
        new ProjectTool(Devices.ofHost(), input, Streams::out, Streams::error).run(arguments));
  }

  /** Makes what the arguments say; answers the exit status. */
  int run(String... arguments) {
    try {
      CommandLine line = new DefaultParser(false).parse(OPTIONS, arguments);
      if (line.hasOption("help")) {
        output.accept(USAGE);
        return 0;
      }
      if (line.getArgList().size() != 1) {
        return refuse("one folder has to be named\n" + USAGE);
      }
      return make(line, Path.of(line.getArgList().get(0)));
    } catch (ParseException e) {
      return refuse(e.getMessage() + "\n" + USAGE);
    }
  }

  private int make(CommandLine line, Path folder) {
    try {
      // before anybody answers questions for nothing
      if (Files.exists(folder)) {
        throw new FileAlreadyExistsException(folder.toString());
      }
      project(line).write(folder, PlatformVersion.text());
      output.accept("made " + folder + ": README.md there says what to do with it\n");
      return 0;
    } catch (FileAlreadyExistsException e) {
      return refuse(e.getFile() + " is there already: name another folder\n");
    } catch (FileSystemException e) {
      return refuse(e.getFile() + ": " + FileFailure.reason(e) + "\n");
    } catch (IOException | IllegalArgumentException e) {
      return refuse(e.getMessage() + "\n");
    }
  }

  private PluginProject project(CommandLine line) throws IOException {
    boolean checker = line.hasOption("checker");
    boolean prioritizer = line.hasOption("prioritizer");
    boolean array = line.hasOption("vendor") || line.hasOption("device");
    if (!array && !line.hasOption("product") && !line.hasOption("example")) {
      // questions do not mix with what a script reads
      return new ProjectQuestions(new Dialogue(input, problems), devices).ask(checker, prioritizer);
    }
    ArrayIdentity told = told(line);
    return new PluginProject(Coordinates.of(told.vendor()), told, checker, prioritizer);
  }

  /** The array that the options tell. */
  private ArrayIdentity told(CommandLine line) {
    Optional<String> product = Optional.ofNullable(line.getOptionValue("product"));
    Optional<String> example = Optional.ofNullable(line.getOptionValue("example"));
    Optional<ArrayIdentity> found =
        Optional.ofNullable(line.getOptionValue("device")).map(devices::array);
    if (found.isPresent() == line.hasOption("vendor") || (found.isEmpty() && product.isEmpty())) {
      throw new IllegalArgumentException(
          "give --vendor and --product, or --device, or none of them to be asked");
    }
    return found
        .map(
            device ->
                new ArrayIdentity(
                    device.vendor(),
                    product.orElse(device.product()),
                    example.orElse(device.example())))
        .orElseGet(
            () -> ArrayIdentity.of(line.getOptionValue("vendor"), product.orElseThrow(), example));
  }

  private int refuse(String problem) {
    problems.accept("polypath: " + problem);
    return 1;
  }
}
