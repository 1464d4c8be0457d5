package org.polypath.lab.scenario;

/**
 * Something that happens to a map that carries I/O.
 *
 * @param name what
 * @param ioError the error that the I/O has to end with, 0 for none
 * @param play has it happen, waits until all is well again, and answers how long things took
 */
record SanEvent(String name, int ioError, Play play) {
  /** EIO: what the kernel answers when it has no path and may not wait for one. */
  static final int NO_PATH = 5;

  /** Lets an event happen. */
  @FunctionalInterface
  interface Play {
    Course on(Stage stage);
  }

  /** An event that no I/O notices. */
  static SanEvent survived(String name, Play play) {
    return new SanEvent(name, 0, play);
  }

  /** An event of which the configuration says that I/O fails. */
  static SanEvent failing(String name, Play play) {
    return new SanEvent(name, NO_PATH, play);
  }
}
