package org.polypath.selector.roundrobin;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.polypath.api.PluginName;
import org.polypath.api.selector.PathSelector;
import org.polypath.api.selector.Rotation;
import org.polypath.api.selector.SelectorAlgorithm;

/** The kernel's selector {@code round-robin} (module dm-round-robin): each path in its turn. */
@Component
@PluginName("round-robin")
public final class RoundRobinSelector implements PathSelector {
  @Override
  public String kernelName() {
    return "round-robin";
  }

  @Override
  public Optional<String> substitute() {
    return Optional.empty();
  }

  @Override
  public SelectorAlgorithm algorithm(List<String> groupArguments) {
    Rotation rotation = new Rotation();
    return (paths, request) -> rotation.next(paths);
  }
}
