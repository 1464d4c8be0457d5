package org.polypath.control.text;

import java.util.List;
import org.polypath.api.topology.GroupSnapshot;

/** Draws maps as {@code multipath -ll} does. */
public final class TopologyText {
  private static final String BOLD = "\u001b[1m";
  private static final String PLAIN = "\u001b[0m";

  private static final Format<MapRow> NAMED = new Format<>("%n (%w) %d %s", MapWildcards.ALL);
  private static final Format<MapRow> NAMED_BY_WWID = new Format<>("%n %d %s", MapWildcards.ALL);
  private static final Format<MapRow> PROPERTIES =
      new Format<>("size=%S features='%f' hwhandler='%h' wp=%r", MapWildcards.ALL);
  private static final Format<GroupSnapshot> GROUP =
      new Format<>("policy='%s' prio=%p status=%t", GroupWildcards.ALL);
  private static final Format<PathRow> PATH = new Format<>("%i %d %D %t %T %o", PathWildcards.ALL);

  private final boolean terminal;

  /**
   * @param terminal whether the text goes to a terminal: then map lines are bold
   */
  public TopologyText(boolean terminal) {
    this.terminal = terminal;
  }

  /** Draws several maps, one below the other, each with columns as wide as its own paths need. */
  public String draw(List<MapRow> maps) {
    StringBuilder out = new StringBuilder();
    maps.forEach(map -> append(out, "", map, widths(map.paths())));
    return out.toString();
  }

  /** Draws several maps with columns as wide as some paths need, theirs among them. */
  public String drawAligned(List<MapRow> maps, List<PathRow> paths) {
    StringBuilder out = new StringBuilder();
    int[] widths = widths(paths);
    maps.forEach(map -> append(out, "", map, widths));
    return out.toString();
  }

  /** Draws a map with what was done to it in front, for instance {@code create}. */
  public String drawAction(String action, MapRow map) {
    StringBuilder out = new StringBuilder();
    append(out, action + ": ", map, widths(map.paths()));
    return out.toString();
  }

  private static int[] widths(List<PathRow> paths) {
    return PATH.widths(paths);
  }

  private void append(StringBuilder out, String prefix, MapRow row, int[] widths) {
    boolean namedByWwid = row.map().name().equals(row.map().wwid().text());
    out.append(terminal ? BOLD : "").append(prefix);
    out.append((namedByWwid ? NAMED_BY_WWID : NAMED).text(row));
    out.append(terminal ? PLAIN : "").append('\n');
    out.append(PROPERTIES.text(row)).append('\n');
    List<GroupSnapshot> groups = row.map().groups();
    for (int i = 0; i < groups.size(); i++) {
      append(out, row, groups.get(i), i == groups.size() - 1, widths);
    }
  }

  private static void append(
      StringBuilder out, MapRow row, GroupSnapshot group, boolean last, int[] widths) {
    out.append(last ? "`-+- " : "|-+- ").append(GROUP.text(group)).append('\n');
    List<PathRow> paths = row.paths(group);
    for (int i = 0; i < paths.size(); i++) {
      out.append(last ? "  " : "| ").append(i == paths.size() - 1 ? "`- " : "|- ");
      out.append(PATH.line(paths.get(i), widths)).append('\n');
    }
  }
}
