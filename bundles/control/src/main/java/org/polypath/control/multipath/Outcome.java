package org.polypath.control.multipath;

/**
 * How {@code multipath} ends.
 *
 * @param status its exit status
 * @param text what it prints: to standard output if the status is 0, else to standard error; ends
 *     with a newline, or is empty
 */
public record Outcome(int status, String text) {
  static Outcome done(String text) {
    return new Outcome(0, text);
  }

  static Outcome failed(String line) {
    return new Outcome(1, line + "\n");
  }
}
