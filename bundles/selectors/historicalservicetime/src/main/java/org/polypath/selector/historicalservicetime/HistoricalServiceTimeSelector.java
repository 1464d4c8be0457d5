package org.polypath.selector.historicalservicetime;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.polypath.api.PluginName;
import org.polypath.api.selector.PathSelector;
import org.polypath.api.selector.SelectorAlgorithm;

/**
 * The kernel's selector {@code historical-service-time} (module dm-historical-service-time, since
 * Linux 5.8): the path that by its history will have done the I/O first.
 */
@Component
@PluginName("historical-service-time")
public final class HistoricalServiceTimeSelector implements PathSelector {
  @Override
  public String kernelName() {
    return "historical-service-time";
  }

  @Override
  public SelectorAlgorithm algorithm(List<String> groupArguments) {
    return new HistoricalServiceTime(HistoryArguments.read(groupArguments));
  }
}
