package org.polypath.core;

import java.util.Optional;
import org.polypath.api.map.MapOutcome;
import org.polypath.api.map.MapOutcome.Refusal;
import org.polypath.api.platform.Command;
import org.polypath.api.platform.CommandResult;
import org.polypath.core.effect.Effect.LoadConfiguration;
import org.polypath.core.effect.Effect.ReadMaps;
import org.polypath.core.effect.Effect.Stop;

/** What people and programs ask for. */
final class Commands {
  private final Workspace work;
  private final State state;
  private final Admission admission;
  private final MapRequests requests;
  private final PathRequests paths;
  private final QueueingRequests queueing;
  private final ReservationRequests reservations;
  private final RememberedWwids remembered;
  private final Removals removals;

  Commands(Workspace work, Admission admission) {
    this.work = work;
    this.admission = admission;
    this.requests = new MapRequests(work);
    this.paths = new PathRequests(work, admission);
    this.queueing = new QueueingRequests(work);
    this.reservations = new ReservationRequests(work);
    this.remembered = new RememberedWwids(work);
    this.removals = new Removals(work);
    this.state = work.state;
  }

  /** Begins to carry out a command. */
  void given(long number, Command command) {
    boolean changesMaps =
        !(command instanceof Command.Reconfigure) && !(command instanceof Command.Shutdown);
    if (changesMaps && work.options.acting() == CoreOptions.Acting.NEVER) {
      work.answer(number, CommandResult.failed("maps are only looked at in this mode"));
      return;
    }
    command.accept(
        new Command.Visitor<Void>() {
          @Override
          public Void failPath(Command.FailPath command) {
            paths.fail(number, command);
            return null;
          }

          @Override
          public Void reinstatePath(Command.ReinstatePath command) {
            paths.reinstate(number, command);
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
            paths.letGo(number, command);
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
            removals.one(number, command);
            return null;
          }

          @Override
          public Void removeMaps(Command.RemoveMaps command) {
            removals.all(number);
            return null;
          }

          @Override
          public Void disableQueueing(Command.DisableQueueing command) {
            queueing.disable(number, command);
            return null;
          }

          @Override
          public Void restoreQueueing(Command.RestoreQueueing command) {
            queueing.restore(number, command);
            return null;
          }

          @Override
          public Void forceQueueing(Command.ForceQueueing command) {
            queueing.force(number, command);
            return null;
          }

          @Override
          public Void endQueueing(Command.EndQueueing command) {
            queueing.end(number);
            return null;
          }

          @Override
          public Void markPath(Command.MarkPath command) {
            paths.mark(number, command);
            return null;
          }

          @Override
          public Void unmarkPaths(Command.UnmarkPaths command) {
            requests.unmarkPaths(number, command);
            return null;
          }

          @Override
          public Void markReservation(Command.MarkReservation command) {
            reservations.mark(number, command);
            return null;
          }

          @Override
          public Void keepReservationKey(Command.KeepReservationKey command) {
            reservations.keepKey(number, command);
            return null;
          }

          @Override
          public Void reconfigure(Command.Reconfigure command) {
            Commands.this.reconfigure(number, command.reloadAll());
            return null;
          }

          @Override
          public Void shutdown(Command.Shutdown command) {
            work.answer(number, CommandResult.OK);
            work.emit(new Stop());
            return null;
          }
        });
  }

  /** Asks for configuration, paths and maps. */
  void readEverything() {
    readConfiguration(true);
    admission.scan();
    state.loadsPending++;
    work.emit(new ReadMaps());
  }

  /** Asks for the configuration, by somebody's wish or for what belongs to it otherwise. */
  void readConfiguration(boolean asked) {
    state.loadsPending++;
    work.emit(new LoadConfiguration(asked));
  }

  /** All is settled: whoever waits for that is answered. */
  void settled() {
    state.waitingCommands.forEach(number -> work.answer(number, CommandResult.OK));
    state.waitingCommands.clear();
  }

  /** A configuration could not be read: whoever asked for it is told. */
  void refused(String why) {
    state.waitingCommands.forEach(number -> work.answer(number, CommandResult.failed(why)));
    state.waitingCommands.clear();
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

  /** What is answered once an operation has ended. */
  static CommandResult result(MapOutcome outcome) {
    return outcome.fold(
        done -> CommandResult.OK,
        refused ->
            CommandResult.failed(
                refused.refusal() == Refusal.BUSY ? "map or partition in use" : refused.text()));
  }
}
