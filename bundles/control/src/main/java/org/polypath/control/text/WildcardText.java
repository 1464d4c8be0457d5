package org.polypath.control.text;

import java.util.List;

/** What {@code show wildcards} prints. */
public final class WildcardText {
  private WildcardText() {}

  /** All wildcards with their columns' titles. */
  public static String all() {
    StringBuilder out = new StringBuilder();
    append(out, "multipath", MapWildcards.ALL);
    append(out.append('\n'), "path", PathWildcards.ALL);
    append(out.append('\n'), "pathgroup", GroupWildcards.ALL);
    return out.toString();
  }

  private static <T> void append(StringBuilder out, String kind, List<Wildcard<T>> wildcards) {
    out.append(kind).append(" format wildcards:\n");
    wildcards.forEach(
        wildcard ->
            out.append('%')
                .append(wildcard.letter())
                .append("  ")
                .append(wildcard.header())
                .append('\n'));
  }
}
