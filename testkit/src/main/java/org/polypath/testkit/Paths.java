package org.polypath.testkit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.polypath.api.path.PathState;
import org.polypath.api.topology.MapSnapshot;
import org.polypath.api.topology.PathSnapshot;
import org.polypath.api.topology.Topology;
import org.polypath.simulator.AccessState;

/** What is expected of every path as the array is now. */
final class Paths {
  /** The number within a LUN that is addressed flat (SAM-5 4.7.7.1). */
  private static final long FLAT_NUMBER = 0x3fff;

  private final ArrayDescription array;
  private final List<String> controllers;
  private final int units;
  private final Map<String, String> situations = new HashMap<>();
  private final Map<Long, String> owners = new HashMap<>();
  private Predicate<PathSnapshot> lost = path -> false;

  Paths(ArrayDescription array, int units) {
    this.array = array;
    this.units = units;
    controllers = array.controllersOfPorts();
  }

  ArrayDescription array() {
    return array;
  }

  int count() {
    return units * controllers.size();
  }

  /** The controller that a path leads to. */
  String controller(PathSnapshot path) {
    return controllers.get(path.facts().address().orElseThrow().target());
  }

  /** The target port group of a controller is in another state now. */
  void access(String controller, AccessState state) {
    situations.put(controller, state.word());
  }

  /** A LUN belongs to another controller now. */
  void owner(long unit, String controller) {
    owners.put(unit, controller);
  }

  /** These paths are without connection now. */
  void lost(Predicate<PathSnapshot> which) {
    lost = which;
  }

  /** What is expected of a path; empty if the description does not say. */
  Optional<Expected> expected(PathSnapshot path) {
    return array.in(situation(path));
  }

  private String situation(PathSnapshot path) {
    String controller = controller(path);
    return switch (array.kind()) {
      case SYMMETRIC -> ArrayDescription.SERVING;
      case ASYMMETRIC -> situations.getOrDefault(controller, AccessState.OPTIMIZED.word());
      case OWNED ->
          controller.equals(owners.getOrDefault(unit(path), controllers.get(0)))
              ? ArrayDescription.OWNER
              : ArrayDescription.OTHER;
    };
  }

  private static long unit(PathSnapshot path) {
    return path.facts().address().orElseThrow().lun() & FLAT_NUMBER;
  }

  /** Where paths and maps are not what is expected; empty if nowhere. */
  Optional<String> difference(Topology topology) {
    if (topology.paths().size() != count()) {
      return Optional.of(topology.paths().size() + " paths of " + count());
    }
    long held =
        topology.maps().stream()
            .map(MapSnapshot::groups)
            .flatMap(List::stream)
            .mapToLong(group -> group.paths().size())
            .sum();
    if (topology.maps().size() != units || held != count()) {
      return Optional.of(topology.maps().size() + " maps of " + units + " with " + held + " paths");
    }
    List<String> wrong =
        topology.paths().stream().map(this::difference).flatMap(Optional::stream).toList();
    return wrong.isEmpty()
        ? Optional.empty()
        : Optional.of(
            wrong.get(0) + (wrong.size() > 1 ? ", and " + (wrong.size() - 1) + " more" : ""));
  }

  private Optional<String> difference(PathSnapshot path) {
    if (lost.test(path)) {
      return path.state() == PathState.UP || path.state() == PathState.GHOST
          ? Optional.of(text(path) + " is " + path.state().displayName() + " without connection")
          : Optional.empty();
    }
    return expected(path)
        .filter(expected -> !expected.isMetBy(path))
        .map(
            expected ->
                text(path)
                    + " is "
                    + new Expected(path.state(), path.priority())
                    + " and ought to be "
                    + expected
                    + (path.message().isEmpty() ? "" : " (" + path.message() + ")"));
  }

  private String text(PathSnapshot path) {
    return path.facts().name() + " (controller " + controller(path) + ", " + situation(path) + ")";
  }
}
