package org.polypath.daemon.effect;

import java.util.List;
import java.util.Optional;
import org.polypath.api.device.PathDevice;
import org.polypath.api.discovery.DiscoveryListener;
import org.polypath.api.discovery.DiscoveryWatch;
import org.polypath.api.discovery.PathDiscovery;
import org.polypath.api.path.PathFacts;

/** A host with one path. */
record OnePath(PathDevice path) implements PathDiscovery {
  @Override
  public List<PathFacts> scan() {
    return List.of(path.facts());
  }

  @Override
  public Optional<PathFacts> look(String name) {
    return Optional.of(path.facts()).filter(facts -> facts.name().equals(name));
  }

  @Override
  public DiscoveryWatch watch(DiscoveryListener listener) {
    return () -> {};
  }

  @Override
  public PathDevice device(PathFacts facts) {
    return path;
  }
}
