package org.polypath.launcher;

import java.nio.file.Path;

/**
 * A jar of the distribution.
 *
 * @param jar the file
 * @param startLevel when it starts: lower ones before, and on the way down after
 */
record ShippedBundle(Path jar, int startLevel) {
  /** Of whatever others are built on, plug-ins included: also of every bundle deployed later. */
  static final int FOUNDATION = 1;

  /** Of what uses plug-ins: it is gone before the first of them goes. */
  static final int PLATFORM = 2;
}
