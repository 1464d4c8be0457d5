package org.polypath.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.polypath.api.platform.CommandResult;
import org.polypath.api.settings.Configuration;
import org.polypath.api.topology.Reason;
import org.polypath.core.effect.Effect;
import org.polypath.core.effect.Effect.Answer;
import org.polypath.core.effect.Effect.Report;

/** What the rules share during a step: the state, the time, and the effects decided so far. */
final class Workspace {
  final CoreOptions options;
  final State state;
  private Moment now = new Moment(0, 0);
  private List<Effect> effects = new ArrayList<>();

  Workspace(CoreOptions options, State state) {
    this.options = options;
    this.state = state;
  }

  void begin(Moment moment) {
    now = moment;
    effects = new ArrayList<>();
  }

  List<Effect> end() {
    return List.copyOf(effects);
  }

  Moment moment() {
    return now;
  }

  long now() {
    return now.millis();
  }

  /** The configuration; only called once the state is ready. */
  Configuration configuration() {
    return state.configuration.orElseThrow();
  }

  long pollingMillis() {
    return 1000L * configuration().daemon().pollingInterval().value();
  }

  /** Checks a path at a time. */
  void checkAt(PathEntry path, long at) {
    path.nextCheckAt = at;
    state.agenda.path(at, path.name);
  }

  /** Another path came or went: what was refused before may be possible now. */
  void changed(MapEntry map) {
    map.retryAt = 0;
    map.corrections.over();
    new Gathering(this).changed(map);
    unsettle(map);
  }

  /** Leaves a map alone until a time. */
  void retryAt(MapEntry map, long at) {
    map.retryAt = at;
    lookAt(map, at);
  }

  /** Something happened to a path for which its map may have waited. */
  void stirMapOf(PathEntry path) {
    path.wwid.map(state.maps::get).ifPresent(state.unsettled::stir);
  }

  /** Looks at a map again at a time: its timers and its state in the kernel. */
  void lookAt(MapEntry map, long at) {
    state.agenda.map(at, map.wwid);
  }

  long nextNumber() {
    return ++state.lastNumber;
  }

  void emit(Effect effect) {
    effects.add(effect);
  }

  /** Answers a command. */
  void answer(long command, CommandResult result) {
    emit(new Answer(command, result));
  }

  void unsettle(MapEntry map) {
    map.plan = Optional.empty();
    map.planNumber = 0;
    state.unsettled.add(map);
  }

  void report(Report.Level level, PathEntry path, String decision, String because) {
    path.reasons.add(new Reason(now.wallMillis(), decision, because));
    emit(new Report(level, path.name, decision, because));
  }

  void report(Report.Level level, MapEntry map, String decision, String because) {
    map.reasons.add(new Reason(now.wallMillis(), decision, because));
    emit(new Report(level, map.shownName(), decision, because));
  }
}
