package org.polypath.deployer;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * What keeps the folder from being used, as one line. It lasts from look to look, so it is told
 * when it changes, and not at each of them. Any thread may ask.
 */
final class Obstacle {
  private final Consumer<String> log;
  private final AtomicReference<String> line = new AtomicReference<>("");

  /**
   * There is none yet.
   *
   * @param log takes a line whenever there is something new to say
   */
  Obstacle(Consumer<String> log) {
    this.log = log;
  }

  /**
   * What was found at this look.
   *
   * @param now one line; empty if nothing is in the way
   * @return whether that is new
   */
  boolean is(String now) {
    if (now.equals(line.getAndSet(now))) {
      return false;
    }
    log.accept(now.isEmpty() ? "the deploy folder is used again" : "nothing is deployed: " + now);
    return true;
  }

  /** The line; empty if nothing is in the way. */
  String line() {
    return line.get();
  }
}
