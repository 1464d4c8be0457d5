package org.polypath.api.topology;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.polypath.api.path.PathFacts;
import org.polypath.api.path.PathState;
import org.polypath.api.path.Wwid;

/**
 * One path at one moment.
 *
 * @param facts what discovery knows
 * @param wwid its WWID; empty if it has none (yet)
 * @param state the state that stands
 * @param message why, in the checker's words; may be empty
 * @param checker name of its checker; empty before one is chosen
 * @param prioritizer name of its prioritizer; empty before one is chosen
 * @param priority the priority that stands; empty if none was ever found
 * @param kernelState how the kernel's map has it
 * @param failures how often it went from usable to unusable
 * @param map the map it is in; empty if it is in none
 * @param checkInterval seconds between its checks now; 0 if it is not checked
 * @param secondsToCheck seconds until its next check, 0 or more
 * @param checkAge seconds since the check under way was sent; empty if none is under way
 * @param marginal whether it is in a group of its own because it comes and goes, or somebody said
 *     so
 * @param reasons the last decisions about it, oldest first
 */
public record PathSnapshot(
    PathFacts facts,
    Optional<Wwid> wwid,
    PathState state,
    String message,
    Optional<String> checker,
    Optional<String> prioritizer,
    OptionalInt priority,
    KernelPathState kernelState,
    int failures,
    Optional<Wwid> map,
    int checkInterval,
    int secondsToCheck,
    OptionalInt checkAge,
    boolean marginal,
    List<Reason> reasons) {
  /** Copies the reasons. */
  public PathSnapshot {
    reasons = List.copyOf(reasons);
  }

  /** How the kernel's map has a path. */
  public enum KernelPathState {
    /** In no map of the kernel. */
    UNDEFINED("undef"),
    /** In use. */
    ACTIVE("active"),
    /** Not in use since it failed. */
    FAILED("failed");

    private final String displayName;

    KernelPathState(String displayName) {
      this.displayName = displayName;
    }

    /** The word shown to users. */
    public String displayName() {
      return displayName;
    }
  }
}
