package org.polypath.dm;

/**
 * The system's error numbers that are told apart (Linux {@code errno(3)}, the same on all CPUs).
 */
public final class Errno {
  /** Operation not permitted. */
  public static final int EPERM = 1;

  /** No such file. */
  public static final int ENOENT = 2;

  /** Interrupted by a signal. */
  public static final int EINTR = 4;

  /** No such device or address. */
  public static final int ENXIO = 6;

  /** Permission denied. */
  public static final int EACCES = 13;

  /** In use. */
  public static final int EBUSY = 16;

  /** Exists already. */
  public static final int EEXIST = 17;

  /** No such device. */
  public static final int ENODEV = 19;

  /** Not taken. */
  public static final int EINVAL = 22;

  /** Takes no writes. */
  public static final int EROFS = 30;

  private Errno() {}
}
