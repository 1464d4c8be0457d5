package org.polypath.simulator;

/** The SAN has no such part, map or command. The message says which there are. */
public final class SimulatorException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With a message that says what was asked for and what there is. */
  public SimulatorException(String message) {
    super(message);
  }
}
