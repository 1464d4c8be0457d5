package org.polypath.container;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;
import org.polypath.api.platform.Platform;
import org.polypath.api.topology.Topology;

/** Every topology from its beginning on: what changed in any of them. */
final class Watched implements AutoCloseable {
  private final Set<String> changes = new ConcurrentSkipListSet<>();
  private final List<String> before;
  private final Set<String> known;
  private final int loads;
  private final long begun = System.currentTimeMillis();
  private final Platform platform;
  private final Platform.Subscription subscription;

  Watched(Platform platform) {
    this.platform = platform;
    before = DeployedPlatform.states(platform.topology());
    known = Set.copyOf(before);
    loads = DeployedPlatform.loads(platform.topology());
    subscription = platform.subscribe(this::look);
  }

  private void look(Topology topology) {
    List<String> now = DeployedPlatform.states(topology);
    if (!now.equals(before)) {
      now.stream().filter(state -> !known.contains(state)).forEach(changes::add);
    }
    int more = DeployedPlatform.loads(topology) - loads;
    if (more != 0) {
      changes.add(more + " tables loaded");
    }
  }

  /** What changed, and what faults and missing plug-ins paths had. */
  Set<String> changes() {
    Set<String> all =
        platform.topology().paths().stream()
            .flatMap(path -> path.reasons().stream())
            .filter(reason -> reason.wallMillis() >= begun)
            .map(reason -> reason.decision() + ": " + reason.because())
            .collect(Collectors.toSet());
    all.addAll(changes);
    return all;
  }

  @Override
  public void close() {
    subscription.close();
  }
}
