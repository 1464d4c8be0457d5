package org.polypath.api.map;

import java.util.Comparator;

/** The version of a device-mapper target, as {@code dmsetup targets} shows it. */
public record TargetVersion(int major, int minor, int patch) implements Comparable<TargetVersion> {
  /** Below every version there is. */
  public static final TargetVersion OLDEST = new TargetVersion(0, 0, 0);

  private static final Comparator<TargetVersion> ORDER =
      Comparator.comparingInt(TargetVersion::major)
          .thenComparingInt(TargetVersion::minor)
          .thenComparingInt(TargetVersion::patch);

  @Override
  public int compareTo(TargetVersion other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return major + "." + minor + "." + patch;
  }
}
