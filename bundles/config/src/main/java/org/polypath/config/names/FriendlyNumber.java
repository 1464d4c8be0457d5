package org.polypath.config.names;

import java.util.OptionalInt;

/**
 * Numbers written with the letters a to z and without a zero: 1 is {@code a}, 26 {@code z}, 27
 * {@code aa}.
 */
final class FriendlyNumber {
  private static final int BASE = 26;

  private FriendlyNumber() {}

  /** Writes a number, 1 or more. */
  static String write(int number) {
    StringBuilder letters = new StringBuilder();
    for (int rest = number; rest > 0; rest = (rest - 1) / BASE) {
      letters.append((char) ('a' + (rest - 1) % BASE));
    }
    return letters.reverse().toString();
  }

  /** Reads a number; empty if the text is none, or greater than the greatest int. */
  static OptionalInt read(String letters) {
    long number = 0;
    for (int i = 0; i < letters.length(); i++) {
      char c = letters.charAt(i);
      number = number * BASE + (c - 'a' + 1);
      if (c < 'a' || c > 'z' || number > Integer.MAX_VALUE) {
        return OptionalInt.empty();
      }
    }
    return number == 0 ? OptionalInt.empty() : OptionalInt.of((int) number);
  }
}
