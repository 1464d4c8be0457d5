package org.polypath.daemon.plugin;

import java.util.Optional;

/**
 * What two versions of a plug-in said of one path in the last two rounds.
 *
 * @param count how many rounds there were
 * @param before the round before the last
 * @param last the last round
 */
record Rounds(int count, Optional<Round> before, Optional<Round> last) {
  /** So many rounds are compared. */
  static final int ENOUGH = 2;

  static final Rounds NONE = new Rounds(0, Optional.empty(), Optional.empty());

  /**
   * One round.
   *
   * @param old what the serving one said; empty if it failed
   * @param next what the one on trial said
   */
  record Round(Optional<String> old, String next) {
    /** Whoever answers where the serving one fails is right. */
    boolean agrees() {
      return old.isEmpty() || old.get().equals(next);
    }
  }

  Rounds and(Round round) {
    return new Rounds(count + 1, last, Optional.of(round));
  }

  boolean areEnough() {
    return count >= ENOUGH;
  }

  /** Both rounds were equal. */
  boolean agree() {
    return agrees(before) && agrees(last);
  }

  /** Both rounds were different. */
  boolean differ() {
    return areEnough() && !agrees(before) && !agrees(last);
  }

  /** The serving one did not say the same twice. */
  boolean vary() {
    return areEnough() && !before.flatMap(Round::old).equals(last.flatMap(Round::old));
  }

  private static boolean agrees(Optional<Round> round) {
    return round.map(Round::agrees).orElse(false);
  }
}
