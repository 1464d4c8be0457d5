package org.polypath.config.names;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.polypath.api.path.Wwid;

/**
 * The WWIDs of disks that have been maps: the content of the wwids file. Immutable.
 *
 * @param all the WWIDs in the order of the file
 */
public record Wwids(Set<Wwid> all) {
  /** None. */
  public static final Wwids EMPTY = new Wwids(Set.of());

  private static final String HEADER =
      """
      # Multipath wwids, Version : 1.0
      # NOTE: This file is automatically maintained by multipath and multipathd.
      # You should not need to edit this file in normal circumstances.
      #
      # Valid WWIDs:
      """;

  /** Copies the set; the order stays. */
  public Wwids {
    all = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(all));
  }

  /** Reads the text of a file: lines {@code /WWID/}. Anything else is a comment. */
  public static Wwids parse(String text) {
    Set<Wwid> found = new LinkedHashSet<>();
    text.lines()
        .map(String::strip)
        .filter(line -> line.startsWith("/") && line.indexOf('/', 1) > 1)
        .map(line -> line.substring(1, line.indexOf('/', 1)))
        .filter(Wwid::isValid)
        .map(Wwid::new)
        .forEach(found::add);
    return new Wwids(found);
  }

  /** Whether a disk has been a map. */
  public boolean contains(Wwid wwid) {
    return all.contains(wwid);
  }

  /** These and one more. */
  public Wwids add(Wwid wwid) {
    if (contains(wwid)) {
      return this;
    }
    Set<Wwid> more = new LinkedHashSet<>(all);
    more.add(wwid);
    return new Wwids(more);
  }

  /** These without one. */
  public Wwids remove(Wwid wwid) {
    Set<Wwid> fewer = new LinkedHashSet<>(all);
    return fewer.remove(wwid) ? new Wwids(fewer) : this;
  }

  /** The text of the file. */
  public String print() {
    return all.stream().map(wwid -> "/" + wwid + "/\n").collect(Collectors.joining("", HEADER, ""));
  }
}
