package org.polypath.api.map;

import java.util.ArrayList;
import java.util.List;

/**
 * A path group in a table.
 *
 * @param selector the kernel's name of the path selector
 * @param selectorArguments the selector's arguments for the group, without their count
 * @param paths the paths in order
 */
public record TableGroup(String selector, List<String> selectorArguments, List<TablePath> paths) {
  /** Copies the lists. */
  public TableGroup {
    selectorArguments = List.copyOf(selectorArguments);
    paths = List.copyOf(paths);
  }

  /**
   * Selector, argument count and arguments, as {@code policy='…'} shows them, for instance {@code
   * service-time 0}.
   */
  public String selectorText() {
    StringBuilder text = new StringBuilder(selector).append(' ');
    MultipathTable.counted(text, selectorArguments);
    return text.toString();
  }

  void appendTo(StringBuilder text) {
    text.append(selectorText()).append(' ').append(paths.size()).append(' ');
    text.append(paths.isEmpty() ? 0 : paths.get(0).arguments().size());
    paths.forEach(path -> path.appendTo(text));
  }

  static TableGroup read(Words words) {
    String selector = words.word();
    List<String> arguments = words.counted();
    int pathCount = words.number();
    int argumentCount = words.number();
    List<TablePath> paths = words.repeat(pathCount, () -> TablePath.read(words, argumentCount));
    return new TableGroup(selector, new ArrayList<>(arguments), paths);
  }
}
