package org.polypath.simulator.service;

import java.util.List;
import org.polypath.simulator.SimulatedSan;
import org.polypath.simulator.SimulatorException;

/** The shell's command {@code san}: shows the simulated SAN and makes it break. */
public final class SanCommand {
  private final SimulatedSan san;

  SanCommand(SimulatedSan san) {
    this.san = san;
  }

  /**
   * Carries out a command line.
   *
   * @param words see {@code san help}
   * @return what it says; for words that are no command, which words are
   */
  public String san(String... words) {
    try {
      return san.command(List.of(words)).stripTrailing();
    } catch (SimulatorException e) {
      return "san: " + e.getMessage();
    }
  }
}
