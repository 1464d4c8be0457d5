package org.polypath.client;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.cli.Options;

/**
 * The options of {@code multipath}: its command line, its usage and its manual page agree on them.
 */
enum MultipathOption {
  HELP('h', "", "print this usage text"),
  LIST(
      'l',
      "",
      "show maps, from what sysfs and the kernel's maps tell; -ll: and with what\ncheckers and prioritizers find"),
  FLUSH('f', "", "remove a map that is not in use"),
  FLUSH_ALL('F', "", "remove all maps that are not in use"),
  RETRIES('R', "times", "with -f and -F: how often a map in use is tried again, a second apart"),
  CONFIGURATION('t', "", "print the configuration in force"),
  LOCAL_CONFIGURATION(
      'T', "", "print it as far as it is about the hardware and the maps there are"),
  REMEMBER('a', "", "add the device's WWID to the wwids file"),
  FORGET('w', "", "remove it from there"),
  REMEMBER_MAPS('W', "", "keep in the wwids file the WWIDs of the maps there are, and no others"),
  CHECK_PATH('c', "", "is this block device a path of a map? Status 0: yes, 1: no"),
  UDEV_PATH('u', "", "the same for udev's rules: a property on standard output"),
  CHECK_MAP('C', "", "has this map a path that works? Status 0: yes, 1: no. Sends no I/O"),
  UDEV_MAP('U', "", "the same for udev's rules"),
  IGNORE_WWIDS('i', "", "with -c and -u: judge as if no disk had been a map before"),
  DRY_RUN('d', "", "only show which maps would be made or changed"),
  RELOAD('r', "", "load the table of every map again"),
  POLICY('p', "policy", "group paths by this policy, until the configuration is read again"),
  READ_ONLY_BINDINGS('B', "", "give no map a new name"),
  QUEUE('q', "", "let I/O wait for a path although no daemon is there to end that"),
  ALONE('D', "", "do it in this process although a daemon runs"),
  FOREIGN('e', "", "show maps of other subsystems too: today there are none"),
  BINDINGS_FILE('b', "file", "ignored: the bindings file has one place"),
  VERBOSITY(
      'v',
      "level",
      "how much is printed: 0 nothing, 1 names of maps, 2 topologies (default),\n3 and 4 messages for debugging too");

  private final char letter;
  private final String argument;
  private final String help;

  MultipathOption(char letter, String argument, String help) {
    this.letter = letter;
    this.argument = argument;
    this.help = help;
  }

  char letter() {
    return letter;
  }

  /** What its argument is called; empty if it takes none. */
  Optional<String> argument() {
    return Optional.of(argument).filter(name -> !name.isEmpty());
  }

  /** For the parser. */
  static Options all() {
    Options options = new Options();
    for (MultipathOption option : values()) {
      options.addOption(String.valueOf(option.letter), option.argument().isPresent(), option.help);
    }
    return options;
  }

  /** One option a line. */
  static String usage() {
    return Stream.of(values()).map(MultipathOption::line).collect(Collectors.joining());
  }

  private String line() {
    String head = "-" + letter + argument().map(name -> " " + name).orElse("");
    return "  %-10s %s%n".formatted(head, help.replace("\n", "\n" + " ".repeat(13)));
  }
}
