package org.polypath.selector.queuelength;

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
 * The kernel's selector {@code queue-length} (Documentation/admin-guide/device-mapper/
 * dm-queue-length.rst): the path with the fewest I/Os in flight, of equals the one unused for
 * longest.
 */
@Component
@PluginName("queue-length")
public final class QueueLengthSelector implements PathSelector {
  @Override
  public String kernelName() {
    return "queue-length";
  }

  @Override
  public Optional<String> substitute() {
    return Optional.of("round-robin");
  }

  @Override
  public SelectorAlgorithm algorithm(List<String> groupArguments) {
    Rotation rotation = new Rotation();
    return (paths, request) ->
        rotation.choose(paths, Comparator.comparingInt(PathLoad::requestsInFlight));
  }
}
