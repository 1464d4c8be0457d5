package org.polypath.selector.servicetime;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.polypath.api.PluginName;
import org.polypath.api.policy.RankedPath;
import org.polypath.api.selector.PathSelector;
import org.polypath.api.selector.SelectorAlgorithm;
import org.polypath.api.selector.SelectorArguments;
import org.polypath.api.selector.SelectorRequest;

/**
 * The kernel's selector {@code service-time} (Documentation/admin-guide/device-mapper/
 * dm-service-time.rst): the path that will have done the I/O first, by bytes in flight and relative
 * throughput.
 */
@Component
@PluginName("service-time")
public final class ServiceTimeSelector implements PathSelector {
  /** The configured word by which each path's priority becomes its relative throughput: ours. */
  private static final String BY_PRIORITY = "relative_throughput=priority";

  @Override
  public String kernelName() {
    return "service-time";
  }

  @Override
  public Optional<String> substitute() {
    return Optional.of("queue-length");
  }

  /**
   * The repeat count of each path, and where that is configured its priority as its relative
   * throughput: without one the kernel takes 1.
   */
  @Override
  public Optional<SelectorArguments> arguments(SelectorRequest request) {
    boolean byPriority = request.configured().contains(BY_PRIORITY);
    return Optional.of(
        new SelectorArguments(
            List.of(),
            request.paths().stream().map(path -> arguments(request, path, byPriority)).toList()));
  }

  private static List<String> arguments(
      SelectorRequest request, RankedPath path, boolean byPriority) {
    String repeatCount = Integer.toString(request.repeatCount(path));
    int throughput = ServiceTime.inBounds(path.priority().orElse(1));
    return byPriority ? List.of(repeatCount, Integer.toString(throughput)) : List.of(repeatCount);
  }

  @Override
  public SelectorAlgorithm algorithm(List<String> groupArguments) {
    return new ServiceTime();
  }
}
