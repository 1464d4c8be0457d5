package org.polypath.control.socket;

/**
 * How long things may take, in milliseconds. Between two requests a client may be silent for ever;
 * a place that is needed is taken from the silent.
 *
 * @param receiveMillis from a request's first byte to its last
 * @param answerMillis for the platform to carry out a change; reads need no time
 * @param sendMillis for a reply to be taken
 */
record Deadlines(int receiveMillis, int answerMillis, int sendMillis) {
  /** What the daemon allows. The reference gives commands 4 s; here its own clients decide. */
  static final Deadlines USUAL = new Deadlines(4_000, 120_000, 10_000);
}
