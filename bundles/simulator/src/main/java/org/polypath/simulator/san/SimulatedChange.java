package org.polypath.simulator.san;

import java.util.List;
import org.polypath.api.discovery.PathChange;
import org.polypath.simulator.Fault;
import org.polypath.simulator.timeline.Timeline;

/**
 * What becomes of a change of a path here, as {@link
 * org.polypath.api.discovery.PathDiscovery#change} answers. Most is so already: adapters fail at
 * once what they cannot carry and have no timers, requests may have any size, and facts are found
 * out anew whenever somebody looks.
 *
 * @param name the path's
 */
record SimulatedChange(San san, Timeline timeline, String name)
    implements PathChange.Visitor<List<String>> {
  @Override
  public List<String> timeouts(PathChange.Timeouts change) {
    return List.of();
  }

  @Override
  public List<String> retrigger(PathChange.Retrigger change) {
    return List.of();
  }

  @Override
  public List<String> transferLimit(PathChange.TransferLimit change) {
    return List.of();
  }

  @Override
  public List<String> rescan(PathChange.Rescan change) {
    return List.of();
  }

  @Override
  public List<String> delete(PathChange.Delete change) {
    return timeline.ask(
        () -> {
          san.apply(new Fault.Delete(name));
          return List.of();
        });
  }
}
