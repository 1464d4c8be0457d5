package org.polypath.core;

import java.util.Optional;
import org.polypath.api.map.MapOperation;
import org.polypath.api.map.MapOutcome.Refusal;
import org.polypath.api.map.MapOutcome.Refused;
import org.polypath.api.map.MultipathTable;
import org.polypath.api.path.DeviceNumber;
import org.polypath.api.topology.PathSnapshot.KernelPathState;
import org.polypath.core.effect.Effect.NoteCreation;
import org.polypath.core.effect.Effect.OperateMap;
import org.polypath.core.effect.Effect.ReadMap;
import org.polypath.core.effect.Effect.Report.Level;
import org.polypath.core.event.Event.MapOperated;

/** Operations on maps are given, and their ends are taken. */
final class Operations {
  private final Workspace work;

  Operations(Workspace work) {
    this.work = work;
  }

  /** Gives an operation, if maps may be changed without being asked. */
  void give(MapEntry map, MapOperation operation) {
    if (work.options.builds() && new Scope(work.options).covers(map)) {
      giveOnCommand(map, operation);
    }
  }

  /** Sends a message, if maps may be changed without being asked. */
  void message(MapEntry map, String text) {
    give(map, new MapOperation.Message(map.shownName(), text));
  }

  /** Lets I/O wait for a path or fail, if maps may be changed without being asked. */
  void setQueueing(MapEntry map, boolean queues) {
    map.toVerify = true;
    message(map, queueingMessage(queues));
  }

  static String queueingMessage(boolean queues) {
    return queues ? MultipathTable.QUEUE_IF_NO_PATH : MultipathTable.FAIL_IF_NO_PATH;
  }

  /** Gives an operation whose end answers a command. */
  void giveFor(long command, MapEntry map, MapOperation operation) {
    work.state.commandOfOperation.put(giveOnCommand(map, operation), command);
  }

  /**
   * Gives an operation that somebody asked for.
   *
   * @return its number
   */
  long giveOnCommand(MapEntry map, MapOperation operation) {
    long number = work.nextNumber();
    map.operationsPending++;
    map.messagesPending += isStructure(operation) ? 0 : 1;
    map.readOutdated = map.readPending;
    map.structurePending |= isStructure(operation);
    work.emit(new OperateMap(map.wwid, number, operation));
    return number;
  }

  /** An operation ended. */
  void ended(MapOperated event) {
    MapEntry map = work.state.maps.get(event.wwid());
    Optional<Long> command =
        Optional.ofNullable(work.state.commandOfOperation.remove(event.number()));
    Optional<Removal> removal = Optional.ofNullable(work.state.removals.remove(event.number()));
    if (map == null) {
      return;
    }
    map.operationsPending--;
    map.messagesPending -= isStructure(event.operation()) ? 0 : 1;
    work.state.unsettled.stir(map);
    if (isStructure(event.operation())) {
      map.structurePending = false;
    }
    event
        .outcome()
        .fold(
            done -> done(map, event.operation(), removal.isPresent()),
            refused -> refused(map, event.operation(), refused));
    command.ifPresent(number -> work.answer(number, Commands.result(event.outcome())));
    removal.ifPresent(attempt -> new Removals(work).ended(attempt, map, event.outcome()));
    if (map.operationsPending == 0) {
      new KernelView(work).ask(map);
    }
    work.state.forgetIfIdle(map);
  }

  private static boolean isStructure(MapOperation operation) {
    return !(operation instanceof MapOperation.Message);
  }

  private Void done(MapEntry map, MapOperation operation, boolean byCommand) {
    return operation.accept(new Consequences(map, byCommand));
  }

  /** What follows from an operation that was carried out. */
  private final class Consequences implements MapOperation.Visitor<Void> {
    private final MapEntry map;
    private final boolean byCommand;

    Consequences(MapEntry map, boolean byCommand) {
      this.map = map;
      this.byCommand = byCommand;
    }

    @Override
    public Void create(MapOperation.Create operation) {
      loaded(map, operation.table());
      map.revived = true;
      map.madeAs = Optional.of(operation.name());
      work.report(Level.NOTICE, map, "map created", "no map of this WWID was there");
      work.emit(new NoteCreation(map.wwid, true));
      nameFirstGroup(map, operation);
      new PathTuning(work).claim(map);
      return readNow(operation.name());
    }

    @Override
    public Void reload(MapOperation.Reload operation) {
      loaded(map, operation.table());
      new Newcomers(work).taken(map, operation.table());
      map.revived = true;
      return null;
    }

    @Override
    public Void rename(MapOperation.Rename operation) {
      work.report(
          Level.NOTICE, map, "map renamed", operation.name() + " -> " + operation.newName());
      work.state.show(map, map.kernel.map(kernel -> kernel.named(operation.newName())));
      work.unsettle(map);
      return readNow(operation.newName());
    }

    @Override
    public Void remove(MapOperation.Remove operation) {
      if (operation.deferred()) {
        new EmptyMaps(work).given(map);
        return null;
      }
      new MapRequests(work).endRegrouping(map, "the map has gone");
      work.state.show(map, Optional.empty());
      if (map.readPending) {
        map.readPending = false;
        work.state.removedWhileRead.add(map.wwid);
      }
      map.stopTimers();
      map.action = "";
      if (byCommand) {
        map.dismissedBecause = Optional.of("it was removed by command");
      } else {
        // a path may have come back while the map without paths was being removed
        work.unsettle(map);
      }
      work.report(Level.NOTICE, map, "map removed", operation.name());
      map.paths.forEach(path -> path.kernelState = KernelPathState.UNDEFINED);
      return null;
    }

    @Override
    public Void suspend(MapOperation.Suspend operation) {
      return null;
    }

    @Override
    public Void resume(MapOperation.Resume operation) {
      return null;
    }

    @Override
    public Void message(MapOperation.Message operation) {
      return null;
    }

    /**
     * Tells the kernel which group comes first, as multipath-tools do: what udev read from the new
     * device then leaves no group in use.
     */
    private void nameFirstGroup(MapEntry map, MapOperation.Create operation) {
      int first = operation.table().initialGroup();
      if (first > 0) {
        give(map, new MapOperation.Message(operation.name(), "switch_group " + first));
      }
    }

    /** Under its new name the map is not known to be there until it was read. */
    private Void readNow(String name) {
      work.emit(new ReadMap(name));
      map.readPending = true;
      return null;
    }
  }

  private void loaded(MapEntry map, MultipathTable table) {
    map.forced = false;
    map.refusals = 0;
    map.retryAt = 0;
    map.statistics = map.statistics.withMapLoad();
    // a device's number may have become another disk's since the table was thought out
    for (DeviceNumber device : table.devices()) {
      work.state
          .devices
          .path(device)
          .filter(path -> path.leadsElsewhereThan(map))
          .ifPresent(path -> message(map, PathStates.FAIL + " " + device));
    }
  }

  private Void refused(MapEntry map, MapOperation operation, Refused refused) {
    if (refused.refusal() == Refusal.NAME_TAKEN) {
      work.emit(new ReadMap(operation.name()));
      // it may be no map of ours that has the name
      new KernelView(work).listLater();
    }
    operation.accept(new Refusals(map, refused));
    return null;
  }

  /** What follows from an operation that was not carried out. */
  private final class Refusals implements MapOperation.Visitor<Void> {
    private final MapEntry map;
    private final Refused refused;

    Refusals(MapEntry map, Refused refused) {
      this.map = map;
      this.refused = refused;
    }

    @Override
    public Void create(MapOperation.Create operation) {
      if (map.refusals == 0) {
        work.emit(new NoteCreation(map.wwid, false));
      }
      return again();
    }

    @Override
    public Void reload(MapOperation.Reload operation) {
      boolean forItsPaths =
          switch (refused.refusal()) {
            case PATH_UNAVAILABLE, INVALID -> true;
            case BUSY, NOT_FOUND, NAME_TAKEN, NO_PERMISSION, OTHER -> false;
          };
      if (forItsPaths && new Newcomers(work).refused(map, operation.table(), refused.text())) {
        work.unsettle(map);
        return null;
      }
      return again();
    }

    /** The name it has is kept; under that name it can be made what it should be. */
    @Override
    public Void rename(MapOperation.Rename operation) {
      map.refusedName = Optional.of(operation.newName());
      work.emit(new ReadMap(operation.newName()));
      work.report(Level.WARNING, map, "name kept: " + operation.name(), refused.text());
      work.unsettle(map);
      return null;
    }

    @Override
    public Void suspend(MapOperation.Suspend operation) {
      return notDone();
    }

    @Override
    public Void resume(MapOperation.Resume operation) {
      return notDone();
    }

    @Override
    public Void remove(MapOperation.Remove operation) {
      if (operation.deferred()) {
        new EmptyMaps(work).given(map);
        return null;
      }
      return notDone();
    }

    /** Whether I/O waits must become as it should be; a path's state is told again by its check. */
    @Override
    public Void message(MapOperation.Message operation) {
      boolean queueing =
          operation.text().equals(MultipathTable.QUEUE_IF_NO_PATH)
              || operation.text().equals(MultipathTable.FAIL_IF_NO_PATH);
      if (queueing) {
        work.retryAt(map, work.now() + work.pollingMillis());
        work.unsettle(map);
      }
      PathStates.reinstated(operation.text()).flatMap(map::path).ifPresent(this::leftFailed);
      return notDone();
    }

    /** As of a map that is suspended: it has not failed again, and is told again soon. */
    private void leftFailed(PathEntry path) {
      path.kernelState = KernelPathState.FAILED;
      work.checkAt(path, Math.min(path.nextCheckAt, work.now() + work.pollingMillis()));
    }

    private Void notDone() {
      work.report(Level.DETAIL, map, "not done", refused.text());
      return null;
    }

    private Void again() {
      map.loaded = "";
      work.retryAt(map, work.now() + Backoff.intervals(map.refusals) * work.pollingMillis());
      map.refusals++;
      work.unsettle(map);
      work.report(map.refusals == 1 ? Level.ERROR : Level.DETAIL, map, "not done", refused.text());
      return null;
    }
  }
}
