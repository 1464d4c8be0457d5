package org.polypath.control.command;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.polypath.api.platform.Platform;
import org.polypath.control.multipath.MultipathArguments;
import org.polypath.control.multipath.MultipathWork;

/**
 * What the {@code multipath} command asks of a running daemon. The reply's first line is {@code
 * exit} and the status; what is to be printed follows.
 */
final class MultipathCommand {
  static final ControlCommand COMMAND =
      new ControlCommand(
          List.of(Keyword.MULTIPATH_COMMAND),
          true,
          ControlCommand.Effort.GREAT,
          MultipathCommand::run);

  private MultipathCommand() {}

  private static CompletionStage<String> run(Platform platform, CommandLine line) {
    List<String> words =
        List.of(line.parameter(Keyword.MULTIPATH_COMMAND).strip().split("\\s+")).stream()
            .filter(word -> !word.isEmpty())
            .toList();
    try {
      return new MultipathWork(platform, MultipathArguments.parse(words))
          .withRunningPlatform()
          .thenApply(outcome -> reply(outcome.status(), outcome.text()));
    } catch (IllegalArgumentException e) {
      return CompletableFuture.completedStage(reply(1, e.getMessage() + "\n"));
    }
  }

  private static String reply(int status, String text) {
    return "exit " + status + "\n" + text;
  }
}
