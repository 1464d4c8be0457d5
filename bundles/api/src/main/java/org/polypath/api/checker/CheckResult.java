package org.polypath.api.checker;

import java.util.Optional;
import org.polypath.api.path.PathState;

/**
 * A checker's answer.
 *
 * @param state the state found
 * @param message one line that says why, for the log and for {@code explain}; may be empty for a
 *     path that is up
 * @param pathMemory what the next check of this path is to be told, at most {@link #MAX_MEMORY}
 *     characters; empty leaves what was kept before
 * @param mapMemory what the next check of every path of the same map is to be told, at most {@link
 *     #MAX_MEMORY} characters; empty leaves what was kept before
 */
public record CheckResult(
    PathState state, String message, Optional<String> pathMemory, Optional<String> mapMemory) {
  /** The longest memory, in characters. */
  public static final int MAX_MEMORY = 1024;

  /** Checks the bounds. */
  public CheckResult {
    checkLength(pathMemory);
    checkLength(mapMemory);
  }

  /** An answer that leaves the memory as it is. */
  public CheckResult(PathState state, String message) {
    this(state, message, Optional.empty(), Optional.empty());
  }

  /** The path is up. */
  public static CheckResult up() {
    return new CheckResult(PathState.UP, "");
  }

  /** The path is down, and why. */
  public static CheckResult down(String message) {
    return new CheckResult(PathState.DOWN, message);
  }

  /** The same answer, with another message. */
  public CheckResult withMessage(String text) {
    return new CheckResult(state, text, pathMemory, mapMemory);
  }

  /** The same answer; the next check of this path is told a text. */
  public CheckResult rememberForPath(String text) {
    return new CheckResult(state, message, Optional.of(text), mapMemory);
  }

  /** The same answer; the next check of every path of the map is told a text. */
  public CheckResult rememberForMap(String text) {
    return new CheckResult(state, message, pathMemory, Optional.of(text));
  }

  private static void checkLength(Optional<String> memory) {
    if (memory.filter(text -> text.length() > MAX_MEMORY).isPresent()) {
      throw new IllegalArgumentException(
          "a checker may keep " + MAX_MEMORY + " characters, not " + memory.get().length());
    }
  }
}
