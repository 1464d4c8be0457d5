package org.polypath.client.project;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;
import org.polypath.client.Dialogue;

/** Asks for what a project is about, where the options do not say it. */
final class ProjectQuestions {
  private static final String NONE = "none";

  private final Dialogue dialogue;
  private final Devices devices;

  ProjectQuestions(Dialogue dialogue, Devices devices) {
    this.dialogue = dialogue;
    this.devices = devices;
  }

  /**
   * The project.
   *
   * @param checker whether a checker is wanted without asking
   * @param prioritizer whether a prioritizer is wanted without asking
   * @throws IOException the input ended before all was answered
   */
  PluginProject ask(boolean checker, boolean prioritizer) throws IOException {
    ArrayIdentity array = array();
    return new PluginProject(
        Coordinates.of(array.vendor()),
        array,
        checker
            || isWanted("Is there more to a path's state than TEST UNIT READY says?", "checker"),
        prioritizer
            || isWanted(
                "Are some paths better than others, and ALUA does not say it?", "prioritizer"));
  }

  private ArrayIdentity array() throws IOException {
    String device =
        dialogue.ask(
            "Is a device of the array at hand? (its name, such as sda; none)",
            "device",
            Optional.of(NONE),
            answer ->
                answer.equals(NONE) ? Optional.empty() : objection(() -> devices.array(answer)));
    Optional<ArrayIdentity> found =
        device.equals(NONE) ? Optional.empty() : Optional.of(devices.array(device));
    String vendor =
        dialogue.ask(
            "What does the array answer as vendor? (as in /sys/block/sdX/device/vendor)",
            "vendor",
            found.map(ArrayIdentity::vendor),
            answer -> objection(() -> ArrayIdentity.of(answer, ".*", Optional.empty())));
    String product =
        dialogue.ask(
            "Which of its products are meant? (POSIX extended regular expression, compared with"
                + " /sys/block/sdX/device/model: ^Vault for all that begin with Vault)",
            "product",
            found.map(ArrayIdentity::product),
            answer -> objection(() -> ArrayIdentity.checkExpression(answer)));
    String example =
        dialogue.ask(
            "Which of them shall the simulated array be that the tests run on?",
            "example",
            found.map(ArrayIdentity::example).or(() -> ArrayIdentity.exampleOf(product)),
            answer -> objection(() -> new ArrayIdentity(vendor, product, answer)));
    return new ArrayIdentity(vendor, product, example);
  }

  private boolean isWanted(String question, String part) throws IOException {
    Function<String, Optional<String>> objection =
        answer ->
            answer.equals("yes") || answer.equals("no")
                ? Optional.empty()
                : Optional.of("yes or no");
    return dialogue
        .ask(
            question + " (yes: the project has a " + part + " of its own; no)",
            part,
            Optional.of("no"),
            objection)
        .equals("yes");
  }

  private static Optional<String> objection(Runnable attempt) {
    try {
      attempt.run();
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of(e.getMessage());
    }
  }
}
