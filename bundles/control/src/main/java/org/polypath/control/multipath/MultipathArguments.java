package org.polypath.control.multipath;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * What {@code multipath} was asked to do.
 *
 * @param task what to do
 * @param verbosity 0: print nothing; 1: names; 2 and more: topologies
 * @param terminal whether the output goes to a terminal
 * @param device the map, path or WWID it is limited to; empty for all
 */
public record MultipathArguments(
    Task task, int verbosity, boolean terminal, Optional<String> device) {
  private static final int DEFAULT_VERBOSITY = 2;

  /** What to do. */
  public enum Task {
    /** Make maps, and change those that need it. */
    BUILD,
    /** Show what would be made or changed. */
    DRY_RUN,
    /** Load every map's table again. */
    RELOAD,
    /** Show maps from what sysfs and the kernel's maps tell. */
    LIST,
    /** Show maps with what checkers and prioritizers find. */
    LIST_CHECKED,
    /** Print the configuration in force. */
    CONFIGURATION,
    /** Print it as far as it is about the paths and maps there are. */
    LOCAL_CONFIGURATION,
    /** Remove one map. */
    FLUSH,
    /** Remove all unused maps. */
    FLUSH_ALL
  }

  /**
   * Reads the arguments one by one: {@code -v} and its value, {@code -d}, {@code -r}, {@code -l},
   * {@code -ll}, {@code -t}, {@code -T}, {@code -f}, {@code -F}, {@code --terminal}, a device.
   *
   * @throws IllegalArgumentException if they are anything else; the message says which
   */
  public static MultipathArguments parse(List<String> words) {
    Task task = Task.BUILD;
    int verbosity = DEFAULT_VERBOSITY;
    boolean terminal = false;
    Optional<String> device = Optional.empty();
    for (Iterator<String> rest = words.iterator(); rest.hasNext(); ) {
      String word = rest.next();
      switch (word) {
        case "-v" -> verbosity = number(rest);
        case "-d" -> task = Task.DRY_RUN;
        case "-r" -> task = Task.RELOAD;
        case "-l" -> task = Task.LIST;
        case "-ll" -> task = Task.LIST_CHECKED;
        case "-t" -> task = Task.CONFIGURATION;
        case "-T" -> task = Task.LOCAL_CONFIGURATION;
        case "-f" -> task = Task.FLUSH;
        case "-F" -> task = Task.FLUSH_ALL;
        case "--terminal" -> terminal = true;
        default -> device = Optional.of(operand(word));
      }
    }
    if (task == Task.FLUSH && device.isEmpty()) {
      throw new IllegalArgumentException("the -f option requires a map name to remove");
    }
    return new MultipathArguments(task, verbosity, terminal, device);
  }

  private static int number(Iterator<String> rest) {
    try {
      return Integer.parseInt(rest.hasNext() ? rest.next() : "");
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("the -v option requires a number", e);
    }
  }

  private static String operand(String word) {
    if (word.startsWith("-")) {
      throw new IllegalArgumentException("no such option: " + word);
    }
    return word;
  }
}
