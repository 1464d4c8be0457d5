package org.polypath.selector.servicetime;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.polypath.api.PluginName;
import org.polypath.api.policy.RankedPath;
import org.polypath.api.selector.PathSelector;
import org.polypath.api.selector.SelectorAlgorithm;

/**
 * The kernel's selector {@code service-time} (Documentation/admin-guide/device-mapper/
 * dm-service-time.rst): the path that will have done the I/O first, by bytes in flight and relative
 * throughput.
 */
@Component
@PluginName("service-time")
public final class ServiceTimeSelector implements PathSelector {
  @Override
  public String kernelName() {
    return "service-time";
  }

  /** The repeat count alone: the kernel takes the relative throughput as 1. */
  @Override
  public List<String> pathArguments(RankedPath path, int repeatCount) {
    return List.of(Integer.toString(repeatCount));
  }

  @Override
  public SelectorAlgorithm algorithm() {
    return new ServiceTime();
  }
}
