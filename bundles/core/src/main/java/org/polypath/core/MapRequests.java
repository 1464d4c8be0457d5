package org.polypath.core;

import java.util.Optional;
import java.util.OptionalLong;
import org.polypath.api.map.MapOperation;
import org.polypath.api.map.MultipathTable;
import org.polypath.api.platform.Command;
import org.polypath.api.platform.CommandResult;
import org.polypath.api.topology.MapStatistics;
import org.polypath.core.effect.Effect.Report.Level;

/** What is asked of one map by command. Each request is answered once, now or when it is done. */
final class MapRequests {
  private static final String BY_COMMAND = "by command";

  private final Workspace work;
  private final State state;
  private final NamedMaps maps;

  MapRequests(Workspace work) {
    this.work = work;
    this.state = work.state;
    this.maps = new NamedMaps(work);
  }

  /** Builds a map that was let go. */
  void add(long number, Command.AddMap command) {
    Optional<MapEntry> map = maps.find(command.map()).or(() -> letGo(command.map()));
    if (map.isEmpty()) {
      maps.refuse(number, command.map());
      return;
    }
    map.get().dismissedBecause = Optional.empty();
    if (map.get().kernel.isEmpty()) {
      map.get().name = Optional.empty();
    }
    settle(number, map.get());
  }

  /** Sends I/O to another group. */
  void switchGroup(long number, Command.SwitchGroup command) {
    maps.with(
        number,
        command.map(),
        map -> {
          int groups = map.kernel.orElseThrow().table().groups().size();
          if (command.group() < 1 || command.group() > groups) {
            String text = "map " + map.shownName() + " has no group " + command.group();
            work.answer(number, CommandResult.failed(text + ": its groups are 1 to " + groups));
            return;
          }
          work.report(Level.NOTICE, map, "switch to path group " + command.group(), BY_COMMAND);
          String message = "switch_group " + command.group();
          new Operations(work)
              .giveFor(number, map, new MapOperation.Message(map.shownName(), message));
        });
  }

  /**
   * Holds I/O back. What is under way is waited for only where it can end: else the kernel would
   * fail it, also what waits for a path (drivers/md/dm-mpath.c, multipath_presuspend).
   */
  void suspend(long number, Command.SuspendMap command) {
    maps.with(
        number,
        command.map(),
        map ->
            new Operations(work)
                .giveFor(number, map, new MapOperation.Suspend(map.shownName(), map.carriesIo())));
  }

  /** Lets I/O go on. */
  void resume(long number, Command.ResumeMap command) {
    maps.with(
        number,
        command.map(),
        map -> new Operations(work).giveFor(number, map, new MapOperation.Resume(map.shownName())));
  }

  /** Gives a map its paths' size. */
  void resize(long number, Command.ResizeMap command) {
    maps.with(number, command.map(), map -> resize(number, map, map.kernel.orElseThrow().table()));
  }

  /** Loads a table again. */
  void reload(long number, Command.ReloadMap command) {
    maps.with(
        number,
        command.map(),
        map -> {
          map.forced = true;
          settle(number, map);
        });
  }

  /**
   * Groups a map's paths otherwise; answered when the policy has been asked and the table is in.
   */
  void regroup(long number, Command.Regroup command) {
    maps.with(
        number,
        command.map(),
        map -> {
          Optional<String> before = map.regrouping.map(Regrouping::policy);
          endRegrouping(map, "another policy was asked for");
          map.regrouping =
              Optional.of(new Regrouping(command.policy(), before, OptionalLong.of(number)));
          map.plan = Optional.empty();
          map.planNumber = 0;
          map.mayReorder = true;
          work.report(Level.NOTICE, map, "group by " + command.policy(), BY_COMMAND);
          work.unsettle(map);
        });
  }

  /** The configured policy holds again; a command that still waits is told why. */
  void endRegrouping(MapEntry map, String why) {
    map.regrouping
        .map(Regrouping::command)
        .orElseGet(OptionalLong::empty)
        .ifPresent(number -> work.answer(number, CommandResult.failed("not regrouped: " + why)));
    map.regrouping = Optional.empty();
  }

  /** Finds a map's name again. */
  void rename(long number, Command.RenameMap command) {
    maps.with(
        number,
        command.map(),
        map -> {
          map.name = Optional.empty();
          map.nameNumber = 0;
          settle(number, map);
        });
  }

  /** Lets paths be judged by what they do again; answered when the map is grouped so. */
  void unmarkPaths(long number, Command.UnmarkPaths command) {
    maps.with(
        number,
        command.map(),
        map -> {
          map.paths.forEach(path -> new ShakyPaths(work).setByHand(map, path, false));
          state.waitingCommands.add(number);
        });
  }

  /** Sets counters to zero. */
  void resetStatistics(long number, Command.ResetStatistics command) {
    if (command.map().isEmpty()) {
      state.maps.values().forEach(map -> map.statistics = MapStatistics.ZERO);
      work.answer(number, CommandResult.OK);
      return;
    }
    maps.with(
        number,
        command.map().get(),
        map -> {
          map.statistics = MapStatistics.ZERO;
          work.answer(number, CommandResult.OK);
        });
  }

  /** A map that is not built although its paths are there. */
  private Optional<MapEntry> letGo(String designation) {
    String name = designation.substring(designation.lastIndexOf('/') + 1);
    return state.maps.values().stream()
        .filter(map -> map.kernel.isEmpty() && !map.paths.isEmpty())
        .filter(map -> map.wwid.text().equals(name) || map.name.filter(name::equals).isPresent())
        .findFirst();
  }

  private void resize(long number, MapEntry map, MultipathTable table) {
    if (!map.carriesIo()) {
      String text = "map " + map.shownName() + " keeps its size: no path of it is usable";
      String why = ", and I/O that waits for one would fail; try again when one is";
      work.answer(number, CommandResult.failed(text + why));
      return;
    }
    OptionalLong size = Resizing.commonSize(map);
    if (size.isEmpty()) {
      String text = "map " + map.shownName() + " keeps its size: its paths differ in theirs";
      work.answer(
          number, CommandResult.failed(text + ", see: multipathd show paths format \"%d %S\""));
      return;
    }
    long sectors = size.getAsLong();
    long before = table.sectors();
    if (sectors == before) {
      work.answer(number, CommandResult.OK);
      return;
    }
    String because = "size change by command: " + before + " -> " + sectors + " sectors";
    MultipathTable resized = Resizing.resized(table, sectors);
    new Operations(work).giveFor(number, map, new Building(work).reloadOf(map, resized, because));
  }

  /** The map is looked at again; the answer comes when that is done. */
  private void settle(long number, MapEntry map) {
    work.unsettle(map);
    state.waitingCommands.add(number);
  }
}
