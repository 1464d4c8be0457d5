package org.polypath.client.project;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/** The way in for Maven's archetype, which has this package in its jar. */
public final class ArchetypeProject {
  /** The archetype plug-in takes no empty answer. */
  private static final String NONE = "none";

  private ArchetypeProject() {}

  /**
   * Makes the project that was asked for.
   *
   * @param answers to what {@code archetype-metadata.xml} asks for, by those keys
   * @param folder is made
   * @throws IllegalArgumentException an answer cannot be used; the message says what to give
   *     instead
   * @throws IOException the project cannot be written
   */
  public static void write(Properties answers, Path folder) throws IOException {
    new PluginProject(
            new Coordinates(
                answers.getProperty("groupId"),
                answers.getProperty("artifactId"),
                answers.getProperty("version"),
                answers.getProperty("package")),
            ArrayIdentity.of(
                answers.getProperty("vendor"),
                answers.getProperty("product"),
                Optional.of(answers.getProperty("example"))
                    .filter(example -> !example.equals(NONE))),
            isWanted(answers, "checker"),
            isWanted(answers, "prioritizer"))
        .write(folder, PlatformVersion.text());
  }

  private static boolean isWanted(Properties answers, String part) {
    String answer = Optional.ofNullable(answers.getProperty(part)).orElse("false");
    return switch (answer) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException(part + " '" + answer + "': give true or false");
    };
  }
}
