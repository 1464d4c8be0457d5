package org.polypath.core;

/** Whether something is under way that somebody waits for; regular checks do not count. */
final class Busyness {
  private final Workspace work;
  private final State state;

  Busyness(Workspace work) {
    this.work = work;
    this.state = work.state;
  }

  boolean isBusy() {
    return !state.ready()
        || state.loadsPending > 0
        || state.maps.values().stream().anyMatch(this::isBusy)
        || state.paths.values().stream().anyMatch(this::isAwaited);
  }

  private boolean isBusy(MapEntry map) {
    boolean refused = map.retryAt > work.now();
    boolean unsettled = state.unsettled.contains(map) && !refused;
    return unsettled
        || map.operationsPending > 0
        || (map.toVerify && map.kernel.isPresent())
        || (map.readPending && map.action.equals("create"));
  }

  private boolean isAwaited(PathEntry path) {
    boolean first = path.counts() && work.options.checks() && !path.checkedOnce;
    return first && work.now() < path.admittedAt + Planning.PATIENCE_MILLIS;
  }
}
