package org.polypath.simulator.scenario;

/** A scenario cannot be read. The message starts with {@code file:line} where there is a line. */
public final class ScenarioException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With a message that says where, what was found and what is wanted. */
  public ScenarioException(String message) {
    super(message);
  }
}
