package org.polypath.control.multipath;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.polypath.api.path.Wwid;
import org.polypath.api.topology.MapSnapshot;
import org.polypath.api.topology.Topology;
import org.polypath.control.text.MapRow;
import org.polypath.control.text.TopologyIndex;
import org.polypath.control.text.TopologyText;
import org.polypath.control.text.TopologyView;

/** What {@code multipath} prints of maps, at each verbosity. */
final class Report {
  private static final int NAMES = 1;

  private final MultipathArguments arguments;
  private final TopologyText drawing;

  Report(MultipathArguments arguments) {
    this.arguments = arguments;
    this.drawing = new TopologyText(arguments.terminal());
  }

  /** The maps that the kernel has, in its order: by name. */
  String list(Topology topology) {
    TopologyIndex index = TopologyIndex.of(topology);
    return text(
        topology.maps().stream()
            .filter(map -> map.number().isPresent())
            .filter(map -> Devices.means(arguments, topology, map))
            .sorted(Comparator.comparing(MapSnapshot::name))
            .map(map -> new MapRow(index, map)),
        row -> drawing.draw(List.of(row)));
  }

  /** The maps that were made or changed, in that order. */
  String changes(Topology topology, Map<Wwid, Changes.Change> changes) {
    TopologyIndex index = TopologyIndex.of(topology);
    return text(
        changes.keySet().stream()
            .map(topology::map)
            .flatMap(Optional::stream)
            .filter(map -> Devices.means(arguments, topology, map))
            .map(map -> new MapRow(index, map)),
        row -> {
          Changes.Change change = changes.get(row.map().wwid());
          MapRow then = TopologyView.decided(index, row.map(), change.kernelStates());
          return drawing.drawAction(change.action(), then);
        });
  }

  private String text(Stream<MapRow> rows, Function<MapRow, String> drawn) {
    if (arguments.verbosity() < NAMES) {
      return "";
    }
    StringBuilder out = new StringBuilder();
    rows.forEach(
        row ->
            out.append(
                arguments.verbosity() == NAMES ? row.map().name() + "\n" : drawn.apply(row)));
    return out.toString();
  }
}
