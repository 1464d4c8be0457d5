package org.polypath.client.mpathconf;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What {@code mpathconf} takes. */
public final class MpathconfUsage {
  private MpathconfUsage() {}

  /** Its options, with their dashes. */
  public static Set<String> options() {
    return MpathconfOptions.options().getOptions().stream()
        .map(option -> "--" + option.getLongOpt())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
