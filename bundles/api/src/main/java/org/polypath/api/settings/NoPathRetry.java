package org.polypath.api.settings;

/**
 * What happens to I/O when no path is usable.
 *
 * @param mode the rule
 * @param checks for how many check intervals I/O waits with {@link Mode#RETRY}, at least 1; else 0
 */
public record NoPathRetry(Mode mode, int checks) {
  /** Not configured: the kernel's setting is left as it is. */
  public static final NoPathRetry UNDEFINED = new NoPathRetry(Mode.UNDEFINED, 0);

  /** I/O fails at once. */
  public static final NoPathRetry FAIL = new NoPathRetry(Mode.FAIL, 0);

  /** I/O waits for ever. */
  public static final NoPathRetry QUEUE = new NoPathRetry(Mode.QUEUE, 0);

  /** The rules. */
  public enum Mode {
    /** See {@link NoPathRetry#UNDEFINED}. */
    UNDEFINED,
    /** See {@link NoPathRetry#FAIL}. */
    FAIL,
    /** See {@link NoPathRetry#QUEUE}. */
    QUEUE,
    /** I/O waits for a number of check intervals. */
    RETRY
  }

  /** I/O waits for a number of check intervals; 0 is {@link #FAIL}. */
  public static NoPathRetry retries(int checks) {
    return checks == 0 ? FAIL : new NoPathRetry(Mode.RETRY, checks);
  }
}
