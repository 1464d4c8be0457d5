package org.polypath.client.project;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.polypath.client.Usage;

/** The program behind {@code polypath plugin new}. */
public final class ProjectTool {
  private static final String USAGE =
      """
      Usage: polypath plugin new --vendor VENDOR --product EXPRESSION [--checker] [--prioritizer] FOLDER

      Makes a Maven project of a bundle for a vendor's arrays: settings, and if asked for a checker and a
      prioritizer. VENDOR and EXPRESSION are what /sys/block/sdX/device/{vendor,model} say.
      """;
  private static final String UNRELEASED = "0.1.0-SNAPSHOT";

  private ProjectTool() {}

  /** Runs the program. */
  public static void main(String[] arguments) {
    System.exit(run(List.of(arguments), System.out, System.err));
  }

  static int run(List<String> arguments, PrintStream out, PrintStream problems) {
    if (Usage.isWanted(arguments)) {
      out.print(USAGE);
      return 0;
    }
    List<String> words = new ArrayList<>(arguments);
    boolean checker = words.remove("--checker");
    boolean prioritizer = words.remove("--prioritizer");
    Optional<String> vendor = option(words, "--vendor");
    Optional<String> product = option(words, "--product");
    if (vendor.isEmpty() || product.isEmpty() || words.size() != 1) {
      problems.print(USAGE);
      return 1;
    }
    Path folder = Path.of(words.get(0));
    try {
      new PluginProject(vendor.get(), product.get(), checker, prioritizer).write(folder, version());
      out.println("made " + folder + ": README.md there says what to do with it");
      return 0;
    } catch (FileAlreadyExistsException e) {
      problems.println("polypath: " + folder + " is there already");
    } catch (IOException | IllegalArgumentException e) {
      problems.println("polypath: " + e.getMessage());
    }
    return 1;
  }

  private static Optional<String> option(List<String> words, String name) {
    int at = words.indexOf(name);
    if (at < 0 || at + 1 >= words.size()) {
      return Optional.empty();
    }
    words.remove(at);
    return Optional.of(words.remove(at));
  }

  private static String version() {
    return Optional.ofNullable(ProjectTool.class.getPackage().getImplementationVersion())
        .orElse(UNRELEASED);
  }
}
