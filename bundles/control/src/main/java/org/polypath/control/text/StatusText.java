package org.polypath.control.text;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.polypath.api.path.PathState;
import org.polypath.api.topology.PathSnapshot;
import org.polypath.api.topology.Topology;

/** What {@code show status} prints. */
public final class StatusText {
  private static final int NAME_WIDTH = 20;

  private StatusText() {}

  /** How many paths are in each checker state, how many there are, and whether work is pending. */
  public static String of(Topology topology) {
    Map<PathState, Integer> counts = new EnumMap<>(PathState.class);
    for (PathSnapshot path : topology.paths()) {
      counts.merge(path.state(), 1, Integer::sum);
    }
    StringBuilder out = new StringBuilder("path checker states:\n");
    counts.forEach(
        (state, count) -> {
          String name = state.name().toLowerCase(Locale.ROOT);
          out.append(name).append(" ".repeat(NAME_WIDTH - name.length()));
          out.append(count).append('\n');
        });
    out.append("\npaths: ").append(topology.paths().size()).append('\n');
    out.append("busy: ").append(topology.busy() ? "True" : "False").append('\n');
    return out.toString();
  }
}
