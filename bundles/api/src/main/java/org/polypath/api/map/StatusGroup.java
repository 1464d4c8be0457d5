package org.polypath.api.map;

import java.util.List;

/**
 * A path group in a status.
 *
 * @param state what the kernel says of the group
 * @param paths the paths in table order
 */
public record StatusGroup(GroupState state, List<StatusPath> paths) {
  /** What the kernel says of a group. */
  public enum GroupState {
    /** In use. */
    ACTIVE("active"),
    /** Ready to be used. */
    ENABLED("enabled"),
    /** Bypassed. */
    DISABLED("disabled"),
    /** Not said. */
    UNDEFINED("undef");

    private final String displayName;

    GroupState(String displayName) {
      this.displayName = displayName;
    }

    /** The word in {@code status=…}. */
    public String displayName() {
      return displayName;
    }

    static GroupState ofLetter(String letter) {
      return switch (letter) {
        case "A" -> ACTIVE;
        case "E" -> ENABLED;
        case "D" -> DISABLED;
        default -> throw new IllegalArgumentException("no group state: " + letter);
      };
    }
  }

  /** Copies the paths. */
  public StatusGroup {
    paths = List.copyOf(paths);
  }

  static StatusGroup read(Words words) {
    GroupState state = GroupState.ofLetter(words.word());
    words.counted();
    int pathCount = words.number();
    int argumentCount = words.number();
    return new StatusGroup(
        state, words.repeat(pathCount, () -> StatusPath.read(words, argumentCount)));
  }
}
