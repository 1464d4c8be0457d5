package org.polypath.daemon.nohost;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.polypath.api.PluginName;
import org.polypath.api.device.PathDevice;
import org.polypath.api.discovery.DiscoveryException;
import org.polypath.api.discovery.DiscoveryListener;
import org.polypath.api.discovery.DiscoveryWatch;
import org.polypath.api.discovery.PathDiscovery;
import org.polypath.api.path.PathFacts;

/** Finds no path, ever. */
@Component
@PluginName("none")
public final class NoPaths implements PathDiscovery {
  /** For the container. */
  @Activate
  public NoPaths() {}

  @Override
  public List<PathFacts> scan() {
    return List.of();
  }

  @Override
  public Optional<PathFacts> look(String name) {
    return Optional.empty();
  }

  @Override
  public DiscoveryWatch watch(DiscoveryListener listener) {
    return () -> {};
  }

  @Override
  public PathDevice device(PathFacts facts) {
    throw new DiscoveryException("there is no path " + facts.name() + ": paths are not looked for");
  }
}
