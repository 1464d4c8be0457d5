package org.polypath.api.policy;

import java.util.OptionalInt;
import org.polypath.api.path.PathFacts;
import org.polypath.api.path.PathState;

/**
 * A path with what a policy or selector may look at.
 *
 * @param facts what discovery knows
 * @param state the last state that stands
 * @param priority the last priority that stands; empty if none was ever found
 */
public record RankedPath(PathFacts facts, PathState state, OptionalInt priority) {}
