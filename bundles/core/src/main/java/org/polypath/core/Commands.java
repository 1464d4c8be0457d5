package org.polypath.core;

import java.util.List;
import java.util.Optional;
import org.polypath.api.map.MapOperation;
import org.polypath.api.map.MapOutcome;
import org.polypath.api.map.MapOutcome.Refusal;
import org.polypath.api.path.DeviceNumber;
import org.polypath.api.path.PathState;
import org.polypath.api.platform.Command;
import org.polypath.api.platform.CommandResult;
import org.polypath.api.topology.PathSnapshot.KernelPathState;
import org.polypath.core.effect.Effect.Answer;
import org.polypath.core.effect.Effect.LoadConfiguration;
import org.polypath.core.effect.Effect.ReadMaps;
import org.polypath.core.effect.Effect.Report.Level;
import org.polypath.core.effect.Effect.Stop;

/** What people and programs ask for. */
final class Commands {
  private final Workspace work;
  private final State state;
  private final Admission admission;
  private final MapRequests requests;
  private final RememberedWwids remembered;

  Commands(Workspace work, Admission admission) {
    this.work = work;
    this.admission = admission;
    this.requests = new MapRequests(work);
    this.remembered = new RememberedWwids(work);
    this.state = work.state;
  }

  /** Begins to carry out a command. */
  void given(long number, Command command) {
    boolean changesMaps =
        !(command instanceof Command.Reconfigure) && !(command instanceof Command.Shutdown);
    if (changesMaps && work.options.acting() == CoreOptions.Acting.NEVER) {
      answer(number, CommandResult.failed("maps are only looked at in this mode"));
      return;
    }
    command.accept(
        new Command.Visitor<Void>() {
          @Override
          public Void failPath(Command.FailPath command) {
            fail(number, command.path());
            return null;
          }

          @Override
          public Void reinstatePath(Command.ReinstatePath command) {
            reinstate(number, command.path());
            return null;
          }

          @Override
          public Void findPaths(Command.FindPaths command) {
            admission.scan();
            state.waitingCommands.add(number);
            return null;
          }

          @Override
          public Void removePath(Command.RemovePath command) {
            letGo(number, command.path());
            return null;
          }

          @Override
          public Void addMap(Command.AddMap command) {
            requests.add(number, command);
            return null;
          }

          @Override
          public Void switchGroup(Command.SwitchGroup command) {
            requests.switchGroup(number, command);
            return null;
          }

          @Override
          public Void suspendMap(Command.SuspendMap command) {
            requests.suspend(number, command);
            return null;
          }

          @Override
          public Void resumeMap(Command.ResumeMap command) {
            requests.resume(number, command);
            return null;
          }

          @Override
          public Void resizeMap(Command.ResizeMap command) {
            requests.resize(number, command);
            return null;
          }

          @Override
          public Void reloadMap(Command.ReloadMap command) {
            requests.reload(number, command);
            return null;
          }

          @Override
          public Void renameMap(Command.RenameMap command) {
            requests.rename(number, command);
            return null;
          }

          @Override
          public Void resetStatistics(Command.ResetStatistics command) {
            requests.resetStatistics(number, command);
            return null;
          }

          @Override
          public Void regroup(Command.Regroup command) {
            requests.regroup(number, command);
            return null;
          }

          @Override
          public Void rememberWwid(Command.RememberWwid command) {
            remembered.remember(number, command);
            return null;
          }

          @Override
          public Void forgetWwid(Command.ForgetWwid command) {
            remembered.forget(number, command);
            return null;
          }

          @Override
          public Void rememberMaps(Command.RememberMaps command) {
            remembered.rememberMaps(number);
            return null;
          }

          @Override
          public Void removeMap(Command.RemoveMap command) {
            remove(number, command.map());
            return null;
          }

          @Override
          public Void removeMaps(Command.RemoveMaps command) {
            removeAll(number);
            return null;
          }

          @Override
          public Void disableQueueing(Command.DisableQueueing command) {
            setQueueing(number, true);
            return null;
          }

          @Override
          public Void restoreQueueing(Command.RestoreQueueing command) {
            setQueueing(number, false);
            return null;
          }

          @Override
          public Void reconfigure(Command.Reconfigure command) {
            Commands.this.reconfigure(number, command.reloadAll());
            return null;
          }

          @Override
          public Void shutdown(Command.Shutdown command) {
            answer(number, CommandResult.OK);
            work.emit(new Stop());
            return null;
          }
        });
  }

  /** Asks for configuration, paths and maps. */
  void readEverything() {
    readConfiguration();
    admission.scan();
    state.loadsPending++;
    work.emit(new ReadMaps());
  }

  /** Asks for the configuration. */
  void readConfiguration() {
    state.loadsPending++;
    work.emit(new LoadConfiguration());
  }

  /** An operation ended that a command waits for. */
  void operationEnded(long number, MapEntry map, MapOutcome outcome) {
    RemovalRound round = state.removals.get(number);
    if (round == null) {
      answer(number, result(outcome));
      return;
    }
    round.pending--;
    boolean removed = outcome.fold(done -> true, refused -> false);
    if (!removed) {
      round.stayed.add(map.shownName());
    }
    answerRound(number, round);
  }

  /** All is settled: whoever waits for that is answered. */
  void settled() {
    state.waitingCommands.forEach(number -> answer(number, CommandResult.OK));
    state.waitingCommands.clear();
  }

  /** A configuration could not be read: whoever asked for it is told. */
  void refused(String why) {
    state.waitingCommands.forEach(number -> answer(number, CommandResult.failed(why)));
    state.waitingCommands.clear();
  }

  private void fail(long number, String designation) {
    withPath(
        number,
        designation,
        (map, path) -> {
          send(number, map, "fail_path " + path.facts.number());
          path.kernelState = KernelPathState.FAILED;
          work.report(Level.NOTICE, path, "path failed", "by command");
          new PathStates(work).change(map, path, PathState.DOWN, "failed by command");
        });
  }

  private void reinstate(long number, String designation) {
    withPath(
        number,
        designation,
        (map, path) -> {
          if (IdentityGuard.isComparable(path)) {
            IdentityGuard.askBeforeReinstating(work, path, number);
          } else {
            reinstate(number, map, path);
          }
        });
  }

  /** Lets the kernel use a path that is known to lead to its disk, as far as that can be known. */
  void reinstate(long number, MapEntry map, PathEntry path) {
    send(number, map, "reinstate_path " + path.facts.number());
    path.kernelState = KernelPathState.ACTIVE;
    work.checkAt(path, work.now());
    work.report(Level.NOTICE, path, "path reinstated", "by command");
  }

  /** Lets a path go; answered when its map is without it. */
  private void letGo(long number, String designation) {
    path(designation)
        .ifPresentOrElse(
            path -> {
              work.report(Level.NOTICE, path, "path let go", "by command");
              admission.lost(path.name);
              state.waitingCommands.add(number);
            },
            () -> answer(number, CommandResult.failed("path not found: " + designation)));
  }

  /** What is done with a path and its map. */
  private interface PathAction {
    void on(MapEntry map, PathEntry path);
  }

  private void withPath(long number, String designation, PathAction action) {
    Optional<PathEntry> path = path(designation);
    Optional<MapEntry> map = path.flatMap(p -> p.wwid).map(state.maps::get);
    if (path.isEmpty()) {
      answer(number, CommandResult.failed("path not found: " + designation));
    } else if (map.isEmpty() || !map.get().holds(path.get().facts.number())) {
      answer(number, CommandResult.failed("path is in no map: " + designation));
    } else {
      action.on(map.get(), path.get());
    }
  }

  private void send(long number, MapEntry map, String message) {
    give(number, map, new MapOperation.Message(map.shownName(), message));
  }

  private void remove(long number, String designation) {
    Optional<MapEntry> map = requests.find(designation);
    if (map.isEmpty()) {
      answer(number, CommandResult.failed("map not found: " + designation));
      return;
    }
    give(number, map.get(), removal(map.get()));
  }

  private static MapOperation removal(MapEntry map) {
    boolean deferred =
        map.settings.filter(settings -> settings.removal().deferred().value()).isPresent();
    return new MapOperation.Remove(map.shownName(), deferred);
  }

  private void removeAll(long number) {
    RemovalRound round = new RemovalRound();
    state.removals.put(number, round);
    for (MapEntry map : List.copyOf(state.maps.values())) {
      if (map.kernel.isPresent()) {
        round.pending++;
        give(number, map, removal(map));
      }
    }
    answerRound(number, round);
  }

  /** Answered when every map is as it should be then. */
  private void setQueueing(long number, boolean disabled) {
    state.queueingDisabled = disabled;
    state.waitingCommands.add(number);
    for (MapEntry map : state.maps.values()) {
      boolean queues = map.kernel.filter(kernel -> kernel.table().queuesWithoutPath()).isPresent();
      if (disabled && queues) {
        message(map, "fail_if_no_path");
      } else if (!disabled && !queues && Queueing.isConfigured(map)) {
        message(map, "queue_if_no_path");
      }
    }
  }

  private void message(MapEntry map, String text) {
    work.report(Level.NOTICE, map, text, "by command");
    new Operations(work).giveOnCommand(map, new MapOperation.Message(map.shownName(), text));
  }

  private void answerRound(long number, RemovalRound round) {
    if (round.pending == 0) {
      state.removals.remove(number);
      answer(
          number,
          round.stayed.isEmpty()
              ? CommandResult.OK
              : CommandResult.failed("map in use: " + String.join(", ", round.stayed)));
    }
  }

  private void reconfigure(long number, boolean reloadAll) {
    state.waitingCommands.add(number);
    for (MapEntry map : state.maps.values()) {
      map.forced |= reloadAll;
      map.dismissedBecause = Optional.empty();
      requests.endRegrouping(map, "the configuration is read again");
    }
    readEverything();
  }

  /** Gives an operation whose end answers the command. */
  private void give(long number, MapEntry map, MapOperation operation) {
    state.commandOfOperation.put(new Operations(work).giveOnCommand(map, operation), number);
  }

  private void answer(long number, CommandResult result) {
    work.emit(new Answer(number, result));
  }

  private static CommandResult result(MapOutcome outcome) {
    return outcome.fold(
        done -> CommandResult.OK,
        refused ->
            CommandResult.failed(
                refused.refusal() == Refusal.BUSY ? "map or partition in use" : refused.text()));
  }

  private Optional<PathEntry> path(String designation) {
    String name = designation.startsWith("/dev/") ? designation.substring(5) : designation;
    Optional<DeviceNumber> number = DeviceNumber.parse(name);
    return state.paths.values().stream()
        .filter(
            path ->
                path.name.equals(name) || number.filter(path.facts.number()::equals).isPresent())
        .findFirst();
  }
}
