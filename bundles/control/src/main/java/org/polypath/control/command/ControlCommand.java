package org.polypath.control.command;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.polypath.api.platform.Command;
import org.polypath.api.platform.CommandResult;
import org.polypath.api.platform.Platform;
import org.polypath.api.topology.Topology;

/**
 * One command: its words, who may give it, and what it does.
 *
 * @param keywords its words in order
 * @param changes whether it changes anything: then the caller must be privileged
 * @param action what it does
 */
record ControlCommand(List<Keyword> keywords, boolean changes, Action action) {
  /** The reply of a change that was carried out. */
  static final String OK = "ok\n";

  private static final String FAIL = "fail\n";

  ControlCommand {
    keywords = List.copyOf(keywords);
  }

  /** What a command does. The reply ends with a newline as a rule, or is empty. */
  interface Action {
    CompletionStage<String> run(Platform platform, CommandLine line);
  }

  /** A command that renders the topology as it is now. */
  static ControlCommand show(BiFunction<Topology, CommandLine, String> text, Keyword... keywords) {
    return new ControlCommand(
        List.of(keywords),
        false,
        (platform, line) ->
            CompletableFuture.completedStage(text.apply(platform.topology(), line)));
  }

  /** A command that asks the platform for a change. */
  static ControlCommand change(Function<CommandLine, Command> change, Keyword... keywords) {
    return new ControlCommand(
        List.of(keywords),
        true,
        (platform, line) -> platform.submit(change.apply(line)).thenApply(ControlCommand::reply));
  }

  /** A command that changes something in its own way. */
  static ControlCommand change(Action action, Keyword... keywords) {
    return new ControlCommand(List.of(keywords), true, action);
  }

  /** A failure's reply, with its reason where there is one. */
  static String failed(String reason) {
    return reason.isEmpty() ? FAIL : FAIL + reason + "\n";
  }

  /** How the help shows it, for instance {@code list|show paths format $format}. */
  String usage() {
    return keywords.stream().map(Keyword::usage).collect(Collectors.joining(" "));
  }

  /** What came of a change, as the socket says it. */
  static String reply(CommandResult result) {
    return result.succeeded() ? OK : failed(result.text());
  }
}
