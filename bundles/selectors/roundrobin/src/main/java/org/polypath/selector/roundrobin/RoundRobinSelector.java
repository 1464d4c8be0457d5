package org.polypath.selector.roundrobin;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.polypath.api.PluginName;
import org.polypath.api.policy.RankedPath;
import org.polypath.api.selector.PathSelector;
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
  public List<String> pathArguments(RankedPath path, int repeatCount) {
    return List.of(Integer.toString(repeatCount));
  }

  @Override
  public SelectorAlgorithm algorithm() {
    return new RoundRobin();
  }
}
