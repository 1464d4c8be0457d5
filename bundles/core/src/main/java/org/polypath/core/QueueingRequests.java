package org.polypath.core;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.polypath.api.map.MapOperation;
import org.polypath.api.platform.Command;
import org.polypath.api.platform.CommandResult;
import org.polypath.core.effect.Effect.Report.Level;

/** What is asked of the waiting of I/O for a path; answered when every map is as it should be. */
final class QueueingRequests {
  private final Workspace work;
  private final State state;

  QueueingRequests(Workspace work) {
    this.work = work;
    this.state = work.state;
  }

  /** Lets no I/O wait. */
  void disable(long number, Command.DisableQueueing command) {
    set(number, command.map(), true);
  }

  /** Lets it wait as configured. */
  void restore(long number, Command.RestoreQueueing command) {
    set(number, command.map(), false);
  }

  /** Says what is to happen when the daemon stops. */
  void force(long number, Command.ForceQueueing command) {
    state.queueingForced = command.forced();
    work.answer(number, CommandResult.OK);
  }

  /** The daemon stops: nobody would be left to end the waiting. */
  void end(long number) {
    boolean staysAsConfigured =
        state
            .configuration
            .map(configuration -> configuration.daemon().queueWithoutDaemon().value())
            .orElse(true);
    if (state.queueingForced || staysAsConfigured) {
      work.answer(number, CommandResult.OK);
      return;
    }
    state.queueingDisabled = true;
    state.maps.values().forEach(this::apply);
    state.waitingCommands.add(number);
  }

  private void set(long number, Optional<String> designation, boolean disabled) {
    if (designation.isEmpty()) {
      set(number, state.maps.values(), disabled);
    } else {
      new NamedMaps(work)
          .with(number, designation.get(), map -> set(number, List.of(map), disabled));
    }
  }

  private void set(long number, Collection<MapEntry> maps, boolean disabled) {
    for (MapEntry map : maps) {
      map.queueingDisabled = disabled;
      apply(map);
    }
    state.waitingCommands.add(number);
  }

  private void apply(MapEntry map) {
    boolean queues = map.kernel.filter(kernel -> kernel.table().queuesWithoutPath()).isPresent();
    boolean disabled = map.isQueueingDisabled(state);
    if (disabled && queues) {
      tell(map, false);
    } else if (!disabled && !queues && Queueing.isConfigured(map)) {
      tell(map, true);
    }
  }

  private void tell(MapEntry map, boolean queues) {
    String text = Operations.queueingMessage(queues);
    work.report(Level.NOTICE, map, text, "by command");
    new Operations(work).giveOnCommand(map, new MapOperation.Message(map.shownName(), text));
  }
}
