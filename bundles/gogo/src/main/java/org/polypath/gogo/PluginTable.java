package org.polypath.gogo;

import java.util.ArrayList;
import java.util.List;
import org.polypath.api.platform.PluginDirectory.Plugin;

/** Plug-ins as a table. */
final class PluginTable {
  private static final List<String> HEADER =
      List.of("kind", "name", "version", "serving", "faults", "bundle");

  private PluginTable() {}

  static String of(List<Plugin> plugins) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(HEADER);
    plugins.forEach(plugin -> rows.add(cells(plugin)));
    StringBuilder out = new StringBuilder();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < row.size(); column++) {
        String cell = row.get(column);
        line.append(cell).append(" ".repeat(width(rows, column) - cell.length() + 2));
      }
      out.append(line.toString().stripTrailing()).append('\n');
    }
    return out.toString();
  }

  private static List<String> cells(Plugin plugin) {
    return List.of(
        plugin.kind(),
        plugin.name(),
        plugin.version(),
        plugin.serving() ? "yes" : "no",
        Integer.toString(plugin.faults()),
        plugin.bundle());
  }

  private static int width(List<List<String>> rows, int column) {
    return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
  }
}
