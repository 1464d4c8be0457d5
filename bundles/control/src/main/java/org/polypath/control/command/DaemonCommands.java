package org.polypath.control.command;

import static org.polypath.control.command.ControlCommand.change;
import static org.polypath.control.command.ControlCommand.show;
import static org.polypath.control.command.Keyword.ALL;
import static org.polypath.control.command.Keyword.DAEMON;
import static org.polypath.control.command.Keyword.FORCE_QUEUEING;
import static org.polypath.control.command.Keyword.LIST;
import static org.polypath.control.command.Keyword.QUIT;
import static org.polypath.control.command.Keyword.RECONFIGURE;
import static org.polypath.control.command.Keyword.RESTORE_QUEUEING;
import static org.polypath.control.command.Keyword.SHUTDOWN;
import static org.polypath.control.command.Keyword.STATUS;
import static org.polypath.control.command.Keyword.WILDCARDS;

import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.polypath.api.platform.Command;
import org.polypath.api.platform.Platform;
import org.polypath.api.topology.Topology;
import org.polypath.control.text.StatusText;
import org.polypath.control.text.WildcardText;

/** The commands about the daemon itself. */
final class DaemonCommands {
  static final List<ControlCommand> READ =
      List.of(
          show((topology, line) -> StatusText.of(topology), LIST, STATUS),
          show((topology, line) -> daemon(topology), LIST, DAEMON),
          show((topology, line) -> WildcardText.all(), LIST, WILDCARDS),
          show((topology, line) -> ControlCommand.OK, QUIT));

  static final List<ControlCommand> CHANGE =
      List.of(
          change((platform, line) -> reconfigure(platform, false), RECONFIGURE),
          change((platform, line) -> reconfigure(platform, true), RECONFIGURE, ALL),
          change(line -> new Command.ForceQueueing(true), FORCE_QUEUEING, DAEMON),
          change(line -> new Command.ForceQueueing(false), RESTORE_QUEUEING, DAEMON),
          change(line -> new Command.Shutdown(), SHUTDOWN));

  /** Less than the time that clients of today wait for an answer, in milliseconds. */
  private static final int PATIENCE = 3_000;

  private DaemonCommands() {}

  /**
   * What came of it where that is soon known; else it is answered as begun, which multipath-tools
   * always do. {@code show daemon} tells when it is over.
   */
  private static CompletionStage<String> reconfigure(Platform platform, boolean reloadAll) {
    return platform
        .submit(new Command.Reconfigure(reloadAll))
        .thenApply(ControlCommand::reply)
        .toCompletableFuture()
        .completeOnTimeout(ControlCommand.OK, PATIENCE, TimeUnit.MILLISECONDS);
  }

  private static String daemon(Topology topology) {
    String state = topology.busy() ? "running" : "idle";
    return "pid " + ProcessHandle.current().pid() + " " + state + "\n";
  }
}
