package org.polypath.client;

import java.util.Set;
import java.util.TreeSet;
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
    options.add("-k");
    options.add("-v");
    return options;
  }

  /** With their dashes. */
  public static Set<String> mpathconf() {
    return MpathconfUsage.options();
  }
}
