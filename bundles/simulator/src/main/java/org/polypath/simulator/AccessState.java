package org.polypath.simulator;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** Asymmetric access state of a target port group (SPC-4 5.11.2.5, codes of table 246). */
public enum AccessState {
  /** Full performance. */
  OPTIMIZED(0x0, "active/optimized"),
  /** Works, slower. */
  NON_OPTIMIZED(0x1, "active/non-optimized"),
  /** Answers, but takes no I/O. */
  STANDBY(0x2, "standby"),
  /** Answers few commands. */
  UNAVAILABLE(0x3, "unavailable"),
  /** Between two states. */
  TRANSITIONING(0xf, "transitioning");

  private final int code;
  private final String word;

  AccessState(int code, String word) {
    this.code = code;
    this.word = word;
  }

  /** The state's code in REPORT TARGET PORT GROUPS data. */
  public int code() {
    return code;
  }

  /** The state's word in sysfs {@code access_state}, for instance {@code active/optimized}. */
  public String word() {
    return word;
  }

  /**
   * Reads a state's word; {@code optimized} and {@code non-optimized} may stand without {@code
   * active/}.
   */
  public static Optional<AccessState> of(String word) {
    return Arrays.stream(values())
        .filter(state -> state.word.equals(word) || state.word.equals("active/" + word))
        .findFirst();
  }

  /** All words, for messages. */
  public static String words() {
    return Arrays.stream(values()).map(AccessState::word).collect(Collectors.joining(", "));
  }
}
