package org.polypath.core;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.polypath.api.topology.Topology;
import org.polypath.core.effect.Effect;
import org.polypath.core.effect.Effect.Report;
import org.polypath.core.event.Event;

/**
 * The state and the step function. One thread uses it.
 *
 * <p>A step is told one event and the time at which it happened, and answers what is to be done.
 * The same events at the same times give the same answers.
 */
public final class Core {
  /** The subject of reports about faults of the core itself. */
  static final String FAULT = "polypath";

  private final Workspace work;
  private final Admission admission;
  private final KernelView kernelView;
  private final Ranking ranking;
  private final Checking checking;
  private final IdentityGuard identityGuard;
  private final Planning planning;
  private final Operations operations;
  private final Commands commands;

  /** Starts knowing nothing. */
  public Core(CoreOptions options) {
    this(new Workspace(options, new State()));
  }

  private Core(Workspace work) {
    this.work = work;
    admission = new Admission(work);
    kernelView = new KernelView(work);
    ranking = new Ranking(work);
    checking = new Checking(work, ranking);
    identityGuard = new IdentityGuard(work, admission, checking);
    planning = new Planning(work, admission);
    operations = new Operations(work);
    commands = new Commands(work, admission);
  }

  /**
   * What to do first: read everything.
   *
   * @return effects to be carried out
   */
  public List<Effect> begin(Moment now) {
    work.begin(now);
    commands.readEverything();
    return work.end();
  }

  /**
   * Takes one event.
   *
   * @param now when it happened; never before the event before
   * @param event what happened
   * @return what is to be done, in this order
   */
  public List<Effect> step(Moment now, Event event) {
    work.begin(now);
    guarded(() -> event.accept(new Dispatch()));
    if (!work.state.wasReady && work.state.ready()) {
      work.state.wasReady = true;
      guarded(admission::started);
    }
    attendDue();
    guarded(planning::settle);
    if (!work.state.waitingCommands.isEmpty() && !new Busyness(work).isBusy()) {
      commands.settled();
    }
    return work.end();
  }

  /** The state as it is after the last step. */
  public Topology topology() {
    work.state.sequence++;
    return new TopologyBuilder(work).build();
  }

  /**
   * When {@code TimePassed} is due at the latest, in {@link Moment#millis}; empty if nothing waits
   * for time.
   */
  public OptionalLong nextDeadline() {
    return work.state.agenda.next();
  }

  /** A core of its own in the same state: what it decides further has no consequence here. */
  public Core copy() {
    Core copy = new Core(new Workspace(work.options, work.state.copy()));
    copy.work.begin(work.moment());
    return copy;
  }

  /** Whatever it is time to look at. */
  private void attendDue() {
    for (Agenda.Appointment due : work.state.agenda.due(work.now())) {
      guarded(
          () ->
              due.fold(
                  path -> Optional.ofNullable(work.state.paths.get(path)).ifPresent(this::attend),
                  wwid -> Optional.ofNullable(work.state.maps.get(wwid)).ifPresent(this::attend),
                  this::listAgain,
                  number -> new Removals(work).tryAgain(number)));
    }
  }

  private void listAgain() {
    admission.scanIfRefused();
    kernelView.readAllIfUncertain();
  }

  /**
   * A fault in a rule is told of and takes nothing else along: what was decided before it is still
   * carried out, or it would be waited for.
   */
  private void guarded(Runnable rule) {
    try {
      rule.run();
    } catch (RuntimeException e) {
      String where = e.getStackTrace().length == 0 ? "" : " at " + e.getStackTrace()[0];
      work.emit(new Report(Report.Level.ERROR, FAULT, "a rule failed", e + where));
    }
  }

  private void attend(PathEntry path) {
    work.stirMapOf(path);
    checking.sendIfDue(path);
    new PathTuning(work).retriggerIfDue(path);
    if (path.quarantine.isPresent() && path.nextCheckAt <= work.now()) {
      identityGuard.reconsider(path);
    }
  }

  private void attend(MapEntry map) {
    work.state.unsettled.stir(map);
    new Queueing(work).consider(map);
    new FailbackRule(work).consider(map);
    new Building(work).endGhostDelay(map);
    new Newcomers(work).consider(map);
    new Building(work).endOtherName(map);
    kernelView.readIfDue(map);
  }

  private void loadEnded() {
    work.state.loadsPending = Math.max(0, work.state.loadsPending - 1);
  }

  /** Sends each event to the rule that knows it. */
  private final class Dispatch implements Event.Visitor<Void> {
    @Override
    public Void configurationLoaded(Event.ConfigurationLoaded event) {
      loadEnded();
      if (work.state.configuration.isEmpty()) {
        event.held().forEach(held -> work.state.heldBefore.put(held.path(), held));
      }
      work.state.configuration = Optional.of(event.configuration());
      work.state.remembered.clear();
      work.state.remembered.addAll(event.remembered());
      work.state.reservationKeys.clear();
      work.state.reservationKeys.putAll(event.reservationKeys());
      work.state.maps.values().forEach(Core.this::resolveAnew);
      admission.reassess();
      checking.sendToUnanswered();
      return null;
    }

    @Override
    public Void loadRefused(Event.LoadRefused event) {
      loadEnded();
      commands.refused(event.why());
      return null;
    }

    @Override
    public Void pathsScanned(Event.PathsScanned event) {
      loadEnded();
      admission.scanned(event.paths());
      return null;
    }

    @Override
    public Void pathFound(Event.PathFound event) {
      admission.found(event.facts());
      return null;
    }

    @Override
    public Void pathLost(Event.PathLost event) {
      admission.lost(event.name());
      return null;
    }

    @Override
    public Void pathsUncertain(Event.PathsUncertain event) {
      admission.scan();
      return null;
    }

    @Override
    public Void pluginsChanged(Event.PluginsChanged event) {
      commands.readConfiguration(false);
      return null;
    }

    @Override
    public Void scanRefused(Event.ScanRefused event) {
      loadEnded();
      admission.scanRefused();
      commands.refused(event.why());
      return null;
    }

    @Override
    public Void mapsRefused(Event.MapsRefused event) {
      loadEnded();
      kernelView.listLater();
      commands.refused(event.why());
      return null;
    }

    @Override
    public Void mapsRead(Event.MapsRead event) {
      loadEnded();
      kernelView.read(event.devices());
      return null;
    }

    @Override
    public Void mapRead(Event.MapRead event) {
      kernelView.read(event.name(), event.map());
      return null;
    }

    @Override
    public Void mapUnreadable(Event.MapUnreadable event) {
      kernelView.unreadable(event.name());
      return null;
    }

    @Override
    public Void mapStirred(Event.MapStirred event) {
      kernelView.stirred(event.name());
      return null;
    }

    @Override
    public Void pathChecked(Event.PathChecked event) {
      checking.answered(event);
      return null;
    }

    @Override
    public Void pathRanked(Event.PathRanked event) {
      ranking.answered(event);
      return null;
    }

    @Override
    public Void pathIdentified(Event.PathIdentified event) {
      identityGuard.answered(event);
      return null;
    }

    @Override
    public Void pathMeasured(Event.PathMeasured event) {
      new ShakyPaths(work).measured(event);
      return null;
    }

    @Override
    public Void mapNamed(Event.MapNamed event) {
      planning.named(event);
      return null;
    }

    @Override
    public Void mapPlanned(Event.MapPlanned event) {
      planning.planned(event);
      return null;
    }

    @Override
    public Void mapOperated(Event.MapOperated event) {
      operations.ended(event);
      return null;
    }

    @Override
    public Void commandGiven(Event.CommandGiven event) {
      commands.given(event.number(), event.command());
      return null;
    }

    @Override
    public Void timePassed(Event.TimePassed event) {
      return null;
    }
  }

  /** Under a new configuration a map's settings, name and plan are found anew. */
  private void resolveAnew(MapEntry map) {
    map.settings = Optional.empty();
    new MapRequests(work).endRegrouping(map, "the configuration was read again");
    map.name = Optional.empty();
    map.refusedName = Optional.empty();
    map.renamings.over();
    map.nameNumber = 0;
    map.retryAt = 0;
    work.unsettle(map);
  }
}
