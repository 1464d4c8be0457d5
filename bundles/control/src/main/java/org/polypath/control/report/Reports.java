package org.polypath.control.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.polypath.api.platform.PluginDirectory;
import org.polypath.api.topology.Topology;
import org.polypath.control.text.MapRow;
import org.polypath.control.text.TopologyText;

/** Answers what {@code polypath} asks for: {@code status}, {@code explain} and the rest. */
public final class Reports {
  private static final String JSON = "--json";

  private final String version;
  private final PluginDirectory plugins;

  /**
   * @param version this product's version
   * @param plugins which plug-ins serve
   */
  public Reports(String version, PluginDirectory plugins) {
    this.version = version;
    this.plugins = plugins;
  }

  /**
   * Answers one request: {@code status}, {@code watch}, {@code topology} or {@code explain NAME},
   * each with {@code --json} or without.
   *
   * @return the text; empty if there is no such request, or nothing of that name
   */
  public Optional<String> answer(Topology topology, String request) {
    List<String> words = new ArrayList<>(List.of(request.strip().split("\\s+")));
    boolean json = words.remove(JSON);
    String what = String.join(" ", words);
    if (words.size() == 2 && words.get(0).equals("explain")) {
      return json
          ? Explanation.json(version, topology, words.get(1))
          : Explanation.text(topology, words.get(1));
    }
    return switch (what) {
      case "status" -> Optional.of(status(topology, json));
      case "watch" -> Optional.of(json ? everything(topology) : screen(topology));
      case "topology" -> Optional.of(json ? everything(topology) : maps(topology));
      default -> Optional.empty();
    };
  }

  private String status(Topology topology, boolean json) {
    StatusReport report = new StatusReport(version, topology, plugins.plugins());
    return json ? report.json() : report.text();
  }

  private String everything(Topology topology) {
    return TopologyJson.of(version, topology, plugins.plugins());
  }

  private String screen(Topology topology) {
    return status(topology, false) + "\n" + maps(topology);
  }

  private static String maps(Topology topology) {
    return new TopologyText(false).draw(MapRow.all(topology));
  }
}
