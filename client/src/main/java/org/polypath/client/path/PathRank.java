package org.polypath.client.path;

import org.polypath.api.device.PathDevice;

/** Finds the priority of a path, and waits for it. */
interface PathRank {
  /**
   * Ranks a path.
   *
   * @throws PathProgramException if it has no priority
   */
  Ranked rank(PathDevice path) throws PathProgramException;

  /**
   * A priority.
   *
   * @param priority 0 or more
   * @param report where it comes from, whole lines
   */
  record Ranked(int priority, String report) {}
}
