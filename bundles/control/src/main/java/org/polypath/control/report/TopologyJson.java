package org.polypath.control.report;

import java.util.List;
import org.polypath.api.platform.PluginDirectory.Plugin;
import org.polypath.api.topology.Topology;

/**
 * All there is to know as one JSON object. What its members mean is written in {@code
 * bundles/control/JSON.md}; members may be added, and {@link #FORMAT} changes when one is taken
 * away or means something else.
 */
final class TopologyJson {
  /** The version of the layout. */
  static final int FORMAT = 1;

  private TopologyJson() {}

  /** Everything. */
  static String of(String version, Topology topology, List<Plugin> plugins) {
    return head(version, topology)
        .objects("maps", topology.maps(), MapMembers::write)
        .objects("paths", topology.paths(), PathMembers::write)
        .objects("ignored", topology.ignored(), PathMembers::write)
        .objects("plugins", plugins, TopologyJson::plugin)
        .end();
  }

  /** How every document begins. */
  static Json head(String version, Topology topology) {
    return new Json()
        .number("format", FORMAT)
        .text("version", version)
        .number("written_millis", topology.wallMillis())
        .number("sequence", topology.sequence())
        .flag("busy", topology.busy());
  }

  private static void plugin(Json json, Plugin plugin) {
    json.text("kind", plugin.kind())
        .text("name", plugin.name())
        .text("bundle", plugin.bundle())
        .text("version", plugin.version())
        .flag("serving", plugin.serving())
        .text("remark", plugin.remark())
        .number("calls", plugin.use().calls())
        .number("faults", plugin.use().faults())
        .number("longest_call_millis", plugin.use().longest().toMillis())
        .number("blocked_calls", plugin.use().blocked());
  }
}
