package org.polypath.api.settings;

/**
 * How much of something is allowed: how long a wait may last, how large a request may be. The
 * setting says in which unit.
 *
 * @param mode the rule
 * @param amount how much with {@link Mode#AMOUNT}, 0 or more; else 0
 */
public record Limit(Mode mode, int amount) {
  /** Not configured: what the kernel has is left as it is. */
  public static final Limit UNSET = new Limit(Mode.UNSET, 0);

  /** Switched off: what the limit is for is not done. */
  public static final Limit OFF = new Limit(Mode.OFF, 0);

  /** There is no limit. */
  public static final Limit UNLIMITED = new Limit(Mode.UNLIMITED, 0);

  /** The rules. */
  public enum Mode {
    /** See {@link Limit#UNSET}. */
    UNSET,
    /** See {@link Limit#OFF}. */
    OFF,
    /** See {@link Limit#UNLIMITED}. */
    UNLIMITED,
    /** A number. */
    AMOUNT
  }

  /** Checks the amount. */
  public Limit {
    if (amount < 0 || (mode != Mode.AMOUNT && amount != 0)) {
      throw new IllegalArgumentException("limit out of bounds: " + mode + " " + amount);
    }
  }

  /** A limit of so much, 0 or more. */
  public static Limit of(int amount) {
    return new Limit(Mode.AMOUNT, amount);
  }

  /** Whether there is something to tell the kernel. */
  public boolean isSet() {
    return mode != Mode.UNSET;
  }
}
