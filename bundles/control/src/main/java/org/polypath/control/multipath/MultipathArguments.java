package org.polypath.control.multipath;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What {@code multipath} was asked to do.
 *
 * @param task what to do
 * @param verbosity 0: print nothing; 1: names; 2 and more: topologies
 * @param terminal whether the output goes to a terminal
 * @param policy the grouping policy; empty for the configured one
 * @param retries how often a map that is in use is tried again; empty for as often as configured
 * @param device the map, path or WWID it is limited to; empty for all
 */
public record MultipathArguments(
    Task task,
    int verbosity,
    boolean terminal,
    Optional<String> policy,
    OptionalInt retries,
    Optional<String> device) {
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
    /** Print what udev's rules need of the configuration. */
    PATH_RULES,
    /** Keep a WWID in the wwids file. */
    REMEMBER,
    /** Keep it there no longer. */
    FORGET,
    /** Keep there the WWIDs of the maps there are. */
    REMEMBER_MAPS,
    /** Remove one map. */
    FLUSH,
    /** Remove all unused maps. */
    FLUSH_ALL
  }

  /**
   * Reads the arguments one by one: {@code -v}, {@code -p} and {@code -R} with their values, {@code
   * -d}, {@code -r}, {@code -l}, {@code -ll}, {@code -t}, {@code -T}, {@code -f}, {@code -F},
   * {@code -a}, {@code -w}, {@code -W}, {@code --path-rules}, {@code --terminal}, a device.
   *
   * @throws IllegalArgumentException if they are anything else; the message says which
   */
  public static MultipathArguments parse(List<String> words) {
    Task task = Task.BUILD;
    int verbosity = DEFAULT_VERBOSITY;
    boolean terminal = false;
    Optional<String> policy = Optional.empty();
    OptionalInt retries = OptionalInt.empty();
    Optional<String> device = Optional.empty();
    for (Iterator<String> rest = words.iterator(); rest.hasNext(); ) {
      String word = rest.next();
      switch (word) {
        case "-v" -> verbosity = number(word, rest);
        case "-R" -> retries = OptionalInt.of(number(word, rest));
        case "-p" -> policy = Optional.of(value(word, rest));
        case "-a" -> task = Task.REMEMBER;
        case "-w" -> task = Task.FORGET;
        case "-W" -> task = Task.REMEMBER_MAPS;
        case "--path-rules" -> task = Task.PATH_RULES;
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
    if ((task == Task.REMEMBER || task == Task.FORGET) && device.isEmpty()) {
      throw new IllegalArgumentException("the options -a and -w require a device");
    }
    return new MultipathArguments(task, verbosity, terminal, policy, retries, device);
  }

  private static int number(String option, Iterator<String> rest) {
    try {
      return Integer.parseUnsignedInt(value(option, rest));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("the " + option + " option requires a number", e);
    }
  }

  private static String value(String option, Iterator<String> rest) {
    if (!rest.hasNext()) {
      throw new IllegalArgumentException("the " + option + " option requires a value");
    }
    return rest.next();
  }

  private static String operand(String word) {
    if (word.startsWith("-")) {
      throw new IllegalArgumentException("no such option: " + word);
    }
    return word;
  }
}
