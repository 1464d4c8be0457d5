package org.polypath.dm;

import java.util.Map;
import java.util.Optional;

/**
 * Versions of the kernel's device-mapper.
 *
 * @param library version of libdevmapper as it says it, for instance {@code 1.02.185 (2022-05-18)}
 * @param driver version of the driver's interface
 * @param targets version of each target the kernel has loaded, by the target's name
 */
public record KernelVersions(String library, Version driver, Map<String, Version> targets) {
  /** The oldest driver that tells events through its control node (Linux 4.14). */
  public static final Version OLDEST_DRIVER = new Version(4, 37, 0);

  /** Copies the targets. */
  public KernelVersions {
    targets = Map.copyOf(targets);
  }

  /** The version of the multipath target, if its module is loaded. */
  public Optional<Version> multipath() {
    return Optional.ofNullable(targets.get(Target.MULTIPATH));
  }

  /** A version in three numbers. */
  public record Version(int major, int minor, int patch) implements Comparable<Version> {
    @Override
    public int compareTo(Version other) {
      int byMajor = Integer.compare(major, other.major);
      int byMinor = Integer.compare(minor, other.minor);
      return byMajor != 0 ? byMajor : byMinor != 0 ? byMinor : Integer.compare(patch, other.patch);
    }

    @Override
    public String toString() {
      return major + "." + minor + "." + patch;
    }
  }
}
