package org.polypath.core;

import java.util.List;
import java.util.Optional;
import org.polypath.api.map.MapOperation;
import org.polypath.api.map.MapOutcome;
import org.polypath.api.map.MapOutcome.Done;
import org.polypath.api.map.MapOutcome.Refusal;
import org.polypath.api.path.Wwid;
import org.polypath.api.platform.Command;
import org.polypath.api.platform.CommandResult;
import org.polypath.core.effect.Effect.Report.Level;

/**
 * Maps are removed as commands ask for it, at once or not at all: {@code deferred_remove} is for
 * maps whose last path has gone. One that is in use is tried again, a second after the try before.
 */
final class Removals {
  private static final long PAUSE_MILLIS = 1000;

  private final Workspace work;
  private final State state;

  Removals(Workspace work) {
    this.work = work;
    this.state = work.state;
  }

  /** Removes one map. */
  void one(long number, Command.RemoveMap command) {
    int retries = command.retries().orElseGet(this::configuredRetries);
    new NamedMaps(work).with(number, command.map(), map -> begin(number, map.wwid, retries));
  }

  /** Removes every map. */
  void all(long number) {
    RemovalRound round = new RemovalRound();
    state.removalRounds.put(number, round);
    for (MapEntry map : List.copyOf(state.maps.values())) {
      if (map.kernel.isPresent()) {
        round.pending++;
        begin(number, map.wwid, configuredRetries());
      }
    }
    answerRound(number, round);
  }

  /** A try ended. */
  void ended(Removal removal, MapEntry map, MapOutcome outcome) {
    boolean busy = outcome.fold(done -> false, refused -> refused.refusal() == Refusal.BUSY);
    if (busy && removal.retries() > 0) {
      long key = work.nextNumber();
      state.removalsLater.put(key, removal);
      state.agenda.removal(Math.max(work.now(), removal.nextAt()), key);
      work.report(
          Level.DETAIL,
          map,
          "removal waits",
          "the map is in use; tries left: " + removal.retries());
    } else {
      answer(removal, map.shownName(), outcome);
    }
  }

  /** It is time for the next try. */
  void tryAgain(long key) {
    Optional.ofNullable(state.removalsLater.remove(key))
        .ifPresent(removal -> begin(removal.command(), removal.wwid(), removal.retries() - 1));
  }

  private int configuredRetries() {
    return state
        .configuration
        .map(configuration -> configuration.daemon().removeRetries().value())
        .orElse(0);
  }

  private void begin(long command, Wwid wwid, int retries) {
    Removal removal = new Removal(command, wwid, retries, work.now() + PAUSE_MILLIS);
    Optional.ofNullable(state.maps.get(wwid))
        .filter(map -> map.kernel.isPresent())
        .ifPresentOrElse(
            map -> {
              MapOperation operation = new MapOperation.Remove(map.shownName(), false);
              state.removals.put(new Operations(work).giveOnCommand(map, operation), removal);
            },
            // whoever had it open has removed it
            () -> answer(removal, wwid.text(), new Done()));
  }

  private void answer(Removal removal, String name, MapOutcome outcome) {
    RemovalRound round = state.removalRounds.get(removal.command());
    if (round == null) {
      work.answer(removal.command(), Commands.result(outcome));
      return;
    }
    round.pending--;
    boolean removed = outcome.fold(done -> true, refused -> false);
    if (!removed) {
      round.stayed.add(name);
    }
    answerRound(removal.command(), round);
  }

  private void answerRound(long number, RemovalRound round) {
    if (round.pending == 0) {
      state.removalRounds.remove(number);
      work.answer(
          number,
          round.stayed.isEmpty()
              ? CommandResult.OK
              : CommandResult.failed("map in use: " + String.join(", ", round.stayed)));
    }
  }
}
