package org.polypath.selector.lengthloadbalancing;

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
 * The selector {@code length-load-balancing} of SUSE's kernels: the numbers of I/Os in flight are
 * kept equal, so that each goes to the path with the fewest; of equals to the one unused for
 * longest.
 */
@Component
@PluginName("length-load-balancing")
public final class LengthLoadBalancingSelector implements PathSelector {
  @Override
  public String kernelName() {
    return "length-load-balancing";
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
