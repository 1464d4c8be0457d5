package org.polypath.selector.queuelength;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.polypath.api.PluginName;
import org.polypath.api.policy.RankedPath;
import org.polypath.api.selector.PathSelector;
import org.polypath.api.selector.SelectorAlgorithm;

/**
 * The kernel's selector {@code queue-length} (Documentation/admin-guide/device-mapper/
 * dm-queue-length.rst): the path with the fewest I/Os in flight.
 */
@Component
@PluginName("queue-length")
public final class QueueLengthSelector implements PathSelector {
  @Override
  public String kernelName() {
    return "queue-length";
  }

  @Override
  public List<String> pathArguments(RankedPath path, int repeatCount) {
    return List.of(Integer.toString(repeatCount));
  }

  @Override
  public SelectorAlgorithm algorithm() {
    return new QueueLength();
  }
}
