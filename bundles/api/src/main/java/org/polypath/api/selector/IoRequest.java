package org.polypath.api.selector;

/**
 * One I/O that looks for a path.
 *
 * @param bytes its size, 0 or more
 * @param processor the processor it was given on, from 0
 * @param startNanos when it was given, on a clock that never goes back; only differences mean
 *     something
 */
public record IoRequest(long bytes, int processor, long startNanos) {
  /** Checks the bounds. */
  public IoRequest {
    if (bytes < 0 || processor < 0) {
      throw new IllegalArgumentException("I/O of " + bytes + " bytes on processor " + processor);
    }
  }
}
