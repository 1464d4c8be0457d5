package org.polypath.client;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.polypath.client.mpathconf.MpathconfUsage;

/** The options that the programs take, as their own tables say. */
public final class Usages {
  private Usages() {}

  /** With their dash. */
  public static Set<String> multipath() {
    return Stream.of(MultipathOption.values())
        .map(option -> "-" + option.letter())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Those for people; one is between the script and the daemon. */
  public static Set<String> multipathd() {
    Set<String> options = new TreeSet<>(DaemonArguments.FLAGS);
    options.remove("--background");
    options.addAll(Set.of("-h", "-k"));
    options.add("-v");
    return options;
  }

  /** The commands that the usage names, without their arguments. */
  public static Set<String> polypath() {
    return Pattern.compile("(?m)^  polypath ([a-z]+( [a-z]+)*)")
        .matcher(Usage.TEXT)
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** With their dashes. */
  public static Set<String> mpathconf() {
    return MpathconfUsage.options();
  }
}
