package org.polypath.control.text;

import java.util.ArrayList;
import java.util.List;

/**
 * A format string made ready: literal text and columns in turn. A wildcard that does not exist
 * prints nothing, not even its {@code %}, as with multipath-tools.
 *
 * @param <T> what a row shows
 */
public final class Format<T> {
  /** Wider cells are not padded to (multipath-tools keeps widths in a byte). */
  private static final int MAX_WIDTH = 255;

  private final List<Wildcard<T>> columns = new ArrayList<>();

  /** One more than the columns: the text before each, and the text after the last. */
  private final List<String> literals = new ArrayList<>();

  /** Reads a format string; any text is one. */
  public Format(String text, List<Wildcard<T>> wildcards) {
    StringBuilder literal = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '%') {
        literal.append(c);
      } else if (++i < text.length()) {
        Wildcard.find(wildcards, text.charAt(i))
            .ifPresent(
                wildcard -> {
                  literals.add(literal.toString());
                  literal.setLength(0);
                  columns.add(wildcard);
                });
      }
    }
    literals.add(literal.toString());
  }

  /** A header and a line for each row, padded to common widths; nothing if there is no row. */
  public String table(List<T> rows) {
    if (rows.isEmpty()) {
      return "";
    }
    List<List<String>> lines = rows.stream().map(this::cells).toList();
    int[] widths = widthsOf(lines, true);
    StringBuilder out = new StringBuilder();
    appendLine(out, columns.stream().map(Wildcard::header).toList(), widths);
    lines.forEach(cells -> appendLine(out, cells, widths));
    return out.toString();
  }

  /** A line for each row, without header and padding. */
  public String raw(List<T> rows) {
    StringBuilder out = new StringBuilder();
    rows.forEach(row -> out.append(text(row)).append('\n'));
    return out.toString();
  }

  /** One row's line without a header, but padded as if it had one. */
  public String single(T row) {
    StringBuilder out = new StringBuilder();
    List<String> cells = cells(row);
    appendLine(out, cells, widthsOf(List.of(cells), true));
    return out.toString();
  }

  /** One row's text without padding, without a newline. */
  String text(T row) {
    return line(row, new int[columns.size()]);
  }

  /** One row's text, padded to widths found over more rows than this, without a newline. */
  String line(T row, int[] widths) {
    StringBuilder out = new StringBuilder();
    appendCells(out, cells(row), widths);
    return out.toString();
  }

  /** The widths that hold every row's cells. */
  int[] widths(List<T> rows) {
    return widthsOf(rows.stream().map(this::cells).toList(), false);
  }

  private int[] widthsOf(List<List<String>> lines, boolean withHeader) {
    int[] widths = new int[columns.size()];
    for (int i = 0; i < widths.length; i++) {
      int widest = withHeader ? columns.get(i).header().length() : 0;
      for (List<String> cells : lines) {
        widest = Math.max(widest, cells.get(i).length());
      }
      widths[i] = Math.min(widest, MAX_WIDTH);
    }
    return widths;
  }

  private List<String> cells(T row) {
    return columns.stream().map(column -> column.value().apply(row)).toList();
  }

  private void appendLine(StringBuilder out, List<String> cells, int[] widths) {
    appendCells(out, cells, widths);
    out.append('\n');
  }

  private void appendCells(StringBuilder out, List<String> cells, int[] widths) {
    for (int i = 0; i < widths.length; i++) {
      out.append(literals.get(i)).append(cells.get(i));
      out.append(" ".repeat(Math.max(0, widths[i] - cells.get(i).length())));
    }
    out.append(literals.get(widths.length));
  }
}
