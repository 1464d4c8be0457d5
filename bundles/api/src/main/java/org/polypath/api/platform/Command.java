package org.polypath.api.platform;

/** A change that somebody asks the platform for. */
public sealed interface Command {
  /** Calls the method of the visitor that fits. */
  <R> R accept(Visitor<R> visitor);

  /** One method for each command, so that a forgotten one does not compile. */
  interface Visitor<R> {
    /** Fail a path. */
    R failPath(FailPath command);

    /** Take a path back. */
    R reinstatePath(ReinstatePath command);

    /** Remove a map. */
    R removeMap(RemoveMap command);

    /** Remove unused maps. */
    R removeMaps(RemoveMaps command);

    /** Let no I/O wait for a path. */
    R disableQueueing(DisableQueueing command);

    /** Let I/O wait again as configured. */
    R restoreQueueing(RestoreQueueing command);

    /** Read the configuration again. */
    R reconfigure(Reconfigure command);

    /** Stop the daemon. */
    R shutdown(Shutdown command);
  }

  /**
   * Fails a path in the kernel's map until a check finds it up again.
   *
   * @param path name, {@code /dev/NAME} or {@code major:minor}
   */
  record FailPath(String path) implements Command {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.failPath(this);
    }
  }

  /**
   * Lets the kernel's map use a path again.
   *
   * @param path name, {@code /dev/NAME} or {@code major:minor}
   */
  record ReinstatePath(String path) implements Command {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.reinstatePath(this);
    }
  }

  /**
   * Removes a map that nobody uses.
   *
   * @param map any designation of it
   */
  record RemoveMap(String map) implements Command {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.removeMap(this);
    }
  }

  /** Removes every map that nobody uses. */
  record RemoveMaps() implements Command {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.removeMaps(this);
    }
  }

  /**
   * Makes I/O fail at once on every map without a usable path, whatever is configured, until {@link
   * RestoreQueueing}.
   */
  record DisableQueueing() implements Command {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.disableQueueing(this);
    }
  }

  /** Lets I/O wait for a path again on every map for which that is configured. */
  record RestoreQueueing() implements Command {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.restoreQueueing(this);
    }
  }

  /**
   * Reads the configuration again and looks at all paths and maps anew. Answered when that is done.
   *
   * @param reloadAll whether every map's table is loaded again, needed or not
   */
  record Reconfigure(boolean reloadAll) implements Command {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.reconfigure(this);
    }
  }

  /** Stops the daemon. Maps stay. */
  record Shutdown() implements Command {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.shutdown(this);
    }
  }
}
