package org.polypath.selector.leastpending;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.polypath.api.PluginName;
import org.polypath.api.selector.PathLoad;
import org.polypath.api.selector.PathSelector;
import org.polypath.api.selector.Rotation;
import org.polypath.api.selector.SelectorAlgorithm;

/**
 * The selector {@code least-pending} of SUSE's kernels (module dm-least-pending): the path with the
 * fewest I/Os that were sent and have not come back, of equals the one unused for longest.
 */
@Component
@PluginName("least-pending")
public final class LeastPendingSelector implements PathSelector {
  @Override
  public String kernelName() {
    return "least-pending";
  }

  @Override
  public Optional<String> substitute() {
    return Optional.of("queue-length");
  }

  @Override
  public SelectorAlgorithm algorithm(List<String> groupArguments) {
    Rotation rotation = new Rotation();
    return (paths, request) ->
        rotation.choose(paths, Comparator.comparingInt(PathLoad::requestsInFlight));
  }
}
