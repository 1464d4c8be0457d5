package org.polypath.simulator;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The embedded SAN. Any thread may call, except from within a callback of the simulator; every
 * method returns when it is done, which takes the simulator's thread no I/O and no waiting.
 */
@ProviderType
public interface SimulatedSan {
  /**
   * Makes something happen.
   *
   * @throws SimulatorException if there is no such part
   */
  void apply(Fault fault);

  /** The counters of all paths, in the order of their addresses. */
  List<PathCounters> paths();

  /** The counters of all maps that carry or carried generated I/O, by name. */
  List<MapCounters> maps();

  /**
   * Starts generated I/O on a map: reads and writes whose content is verified.
   *
   * @throws SimulatorException if there is no such map
   */
  void startIo(String map);

  /** Starts generated I/O on every map there is. */
  void startIo();

  /**
   * Stops generated I/O on a map. I/O under way comes to its end, then the map is closed.
   *
   * @throws SimulatorException if the map carries none
   */
  void stopIo(String map);

  /** Stops all generated I/O. */
  void stopIo();

  /**
   * Carries out a command line of the {@code san} command.
   *
   * @param words for instance {@code cut}, {@code path}, {@code sda}
   * @return what it says
   * @throws SimulatorException if the words are no command; the message says which are
   */
  String command(List<String> words);
}
