package org.polypath.gogo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.polypath.api.platform.PluginDirectory.Plugin;

/** Plug-ins as a table. */
final class PluginTable {
  private static final List<String> HEADER =
      List.of(
          "kind", "name", "version", "serving", "calls", "faults", "blocked", "mean", "longest",
          "bundle", "remark");
  private static final double NANOS = 1e6;

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
    long calls = plugin.use().calls();
    return List.of(
        plugin.kind(),
        plugin.name(),
        plugin.version(),
        plugin.serving() ? "yes" : "no",
        Long.toString(calls),
        Integer.toString(plugin.use().faults()),
        Integer.toString(plugin.use().blocked()),
        calls == 0 ? "-" : millis(plugin.use().total().dividedBy(calls)),
        calls == 0 ? "-" : millis(plugin.use().longest()),
        plugin.bundle(),
        plugin.remark());
  }

  private static String millis(Duration time) {
    return String.format(Locale.ROOT, "%.1fms", time.toNanos() / NANOS);
  }

  private static int width(List<List<String>> rows, int column) {
    return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
  }
}
