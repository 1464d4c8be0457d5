package org.polypath.simulator.map;

import java.util.List;
import java.util.Optional;
import org.polypath.api.map.StatusGroup;
import org.polypath.api.map.TableGroup;
import org.polypath.api.selector.IoRequest;
import org.polypath.api.selector.PathLoad;
import org.polypath.api.selector.SelectorAlgorithm;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A path group in a multipath target. */
final class TargetGroup {
  private static final Logger LOG = LoggerFactory.getLogger(TargetGroup.class);

  private final String selector;
  private final List<String> selectorArguments;
  private final SelectorAlgorithm algorithm;
  private final List<TargetPath> paths;
  private boolean bypassed;

  TargetGroup(
      String selector,
      List<String> selectorArguments,
      SelectorAlgorithm algorithm,
      List<TargetPath> paths) {
    this.selector = selector;
    this.selectorArguments = List.copyOf(selectorArguments);
    this.algorithm = algorithm;
    this.paths = List.copyOf(paths);
  }

  List<TargetPath> paths() {
    return paths;
  }

  boolean isBypassed() {
    return bypassed;
  }

  void bypass(boolean newBypassed) {
    bypassed = newBypassed;
  }

  /** Chooses the path of the next request; empty if all have failed. */
  Optional<TargetPath> select(IoRequest request) {
    List<TargetPath> usable = paths.stream().filter(path -> !path.isFailed()).toList();
    return usable.isEmpty()
        ? Optional.empty()
        : Optional.of(usable.get(choice(usable.stream().map(TargetPath::load).toList(), request)));
  }

  /** Tells the selector that a request it chose a path for came back. */
  void completed(TargetPath path, IoRequest request, long endNanos) {
    try {
      algorithm.completed(path.name(), request, endNanos);
    } catch (RuntimeException e) {
      LOG.warn("path selector {}: failed: {}", selector, e.toString());
    }
  }

  /** A selector that does wrong must not stop the I/O: the first path does then. */
  private int choice(List<PathLoad> loads, IoRequest request) {
    try {
      int index = algorithm.select(loads, request);
      if (index >= 0 && index < loads.size()) {
        return index;
      }
      LOG.warn("path selector {}: chose path {} of {}", selector, index, loads.size());
    } catch (RuntimeException e) {
      LOG.warn("path selector {}: failed: {}", selector, e.toString());
    }
    return 0;
  }

  TableGroup table() {
    return new TableGroup(
        selector, selectorArguments, paths.stream().map(TargetPath::table).toList());
  }

  StatusGroup status(boolean current) {
    StatusGroup.GroupState state =
        bypassed
            ? StatusGroup.GroupState.DISABLED
            : current ? StatusGroup.GroupState.ACTIVE : StatusGroup.GroupState.ENABLED;
    return new StatusGroup(state, paths.stream().map(TargetPath::status).toList());
  }
}
