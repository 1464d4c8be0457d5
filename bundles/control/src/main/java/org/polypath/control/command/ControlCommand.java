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
 * @param effort what answering costs
 * @param action what it does
 */
record ControlCommand(List<Keyword> keywords, boolean changes, Effort effort, Action action) {
  /** The reply of a change that was carried out. */
  static final String OK = "ok\n";

  private static final String FAIL = "fail\n";

  ControlCommand {
    keywords = List.copyOf(keywords);
  }

  /** What answering a command costs, and so where that is done. */
  enum Effort {
    /** It is about one thing, or hands its work on: answered at once. */
    LITTLE,
    /** It is about all paths or maps: others are answered meanwhile. */
    GREAT,
    /** The same, and it tells of the topology alone: one answer serves all who ask for it. */
    GREAT_FOR_ALL
  }

  /** What a command does. The reply ends with a newline as a rule, or is empty. */
  interface Action {
    CompletionStage<String> run(Platform platform, CommandLine line);
  }

  /** A command that renders one thing of the topology as it is now. */
  static ControlCommand show(BiFunction<Topology, CommandLine, String> text, Keyword... keywords) {
    return show(Effort.LITTLE, text, keywords);
  }

  /** A command that renders all paths or maps of the topology as it is now. */
  static ControlCommand showAll(
      BiFunction<Topology, CommandLine, String> text, Keyword... keywords) {
    return show(Effort.GREAT_FOR_ALL, text, keywords);
  }

  /** A command that renders the topology as it is now. */
  static ControlCommand show(
      Effort effort, BiFunction<Topology, CommandLine, String> text, Keyword... keywords) {
    return new ControlCommand(
        List.of(keywords),
        false,
        effort,
        (platform, line) ->
            CompletableFuture.completedStage(text.apply(platform.topology(), line)));
  }

  /** A command that asks the platform for a change. */
  static ControlCommand change(Function<CommandLine, Command> change, Keyword... keywords) {
    return new ControlCommand(
        List.of(keywords),
        true,
        Effort.LITTLE,
        (platform, line) -> platform.submit(change.apply(line)).thenApply(ControlCommand::reply));
  }

  /** A command that changes something in its own way. */
  static ControlCommand change(Action action, Keyword... keywords) {
    return new ControlCommand(List.of(keywords), true, Effort.LITTLE, action);
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
