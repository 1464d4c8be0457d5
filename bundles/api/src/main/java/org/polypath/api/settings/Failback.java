package org.polypath.api.settings;

/**
 * When a map goes back to its best group.
 *
 * @param mode the rule
 * @param seconds how long to wait with {@link Mode#DEFERRED}, at least 1; else 0
 */
public record Failback(Mode mode, int seconds) {
  /** At once. */
  public static final Failback IMMEDIATE = new Failback(Mode.IMMEDIATE, 0);

  /** Only when an administrator says so. */
  public static final Failback MANUAL = new Failback(Mode.MANUAL, 0);

  /** When the first path of the best group comes back. */
  public static final Failback FOLLOWOVER = new Failback(Mode.FOLLOWOVER, 0);

  /** The rules of failback. */
  public enum Mode {
    /** See {@link Failback#IMMEDIATE}. */
    IMMEDIATE,
    /** See {@link Failback#MANUAL}. */
    MANUAL,
    /** See {@link Failback#FOLLOWOVER}. */
    FOLLOWOVER,
    /** After a number of seconds. */
    DEFERRED
  }

  /** After a number of seconds; 0 is at once. */
  public static Failback after(int seconds) {
    return seconds == 0 ? IMMEDIATE : new Failback(Mode.DEFERRED, seconds);
  }
}
