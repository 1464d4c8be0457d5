package org.polypath.core;

import java.util.List;
import org.polypath.api.path.Wwid;
import org.polypath.api.platform.Command;
import org.polypath.api.platform.CommandResult;
import org.polypath.core.effect.Effect.ForgetWwid;
import org.polypath.core.effect.Effect.RememberWwid;
import org.polypath.core.effect.Effect.Report.Level;

/** What is asked of the WWIDs that were maps. */
final class RememberedWwids {
  private final Workspace work;
  private final State state;

  RememberedWwids(Workspace work) {
    this.work = work;
    this.state = work.state;
  }

  /** Keeps one; its paths may become a map by that. */
  void remember(long number, Command.RememberWwid command) {
    remember(command.wwid());
    MapEntry map = state.maps.get(command.wwid());
    if (map == null) {
      work.answer(number, CommandResult.OK);
    } else {
      work.report(Level.NOTICE, map, "WWID remembered", "by command");
      work.unsettle(map);
      state.waitingCommands.add(number);
    }
  }

  /** Keeps one no longer. */
  void forget(long number, Command.ForgetWwid command) {
    boolean known = state.remembered.contains(command.wwid());
    forget(command.wwid());
    work.answer(
        number, known ? CommandResult.OK : CommandResult.failed("WWID was not in the wwids file"));
  }

  /** Keeps those of maps alone. */
  void rememberMaps(long number) {
    List<Wwid> maps =
        state.maps.values().stream()
            .filter(map -> map.kernel.isPresent())
            .map(map -> map.wwid)
            .toList();
    state.remembered.stream().filter(wwid -> !maps.contains(wwid)).toList().forEach(this::forget);
    maps.forEach(this::remember);
    work.answer(number, CommandResult.OK);
  }

  private void remember(Wwid wwid) {
    state.remembered.add(wwid);
    work.emit(new RememberWwid(wwid));
  }

  private void forget(Wwid wwid) {
    state.remembered.remove(wwid);
    work.emit(new ForgetWwid(wwid));
  }
}
