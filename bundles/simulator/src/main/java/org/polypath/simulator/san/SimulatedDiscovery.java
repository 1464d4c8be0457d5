package org.polypath.simulator.san;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.polypath.api.device.PathDevice;
import org.polypath.api.discovery.DiscoveryListener;
import org.polypath.api.discovery.DiscoveryWatch;
import org.polypath.api.discovery.PathChange;
import org.polypath.api.discovery.PathDiscovery;
import org.polypath.api.path.PathFacts;
import org.polypath.simulator.timeline.Relay;
import org.polypath.simulator.timeline.Timeline;

/** The paths of the simulated SAN as the platform discovers them. */
public final class SimulatedDiscovery implements PathDiscovery {
  private final San san;
  private final Timeline timeline;
  private final Executor answers;

  /**
   * Over a SAN.
   *
   * @param answers runs what continues after commands and events, one after the other
   */
  public SimulatedDiscovery(San san, Timeline timeline, Executor answers) {
    this.san = san;
    this.timeline = timeline;
    this.answers = answers;
  }

  @Override
  public List<PathFacts> scan() {
    return timeline.ask(san::scan);
  }

  @Override
  public Optional<PathFacts> look(String name) {
    return timeline.ask(() -> san.device(name).map(path -> new FactsOfPath(path).facts()));
  }

  @Override
  public DiscoveryWatch watch(DiscoveryListener listener) {
    Relay<DiscoveryListener> relay = new Relay<>(listener, answers);
    San.Listener forwarding = new Forwarding(relay);
    timeline.tell(() -> san.add(forwarding));
    return () -> {
      relay.close();
      timeline.tellIfRunning(() -> san.remove(forwarding));
    };
  }

  @Override
  public PathDevice device(PathFacts facts) {
    return new SimulatedDevice(facts, san, timeline, answers);
  }

  @Override
  public List<String> change(PathFacts path, PathChange change) {
    return change.accept(new SimulatedChange(san, timeline, path.name()));
  }

  private record Forwarding(Relay<DiscoveryListener> relay) implements San.Listener {
    @Override
    public void found(PathFacts facts) {
      relay.tell(listener -> listener.found(facts));
    }

    @Override
    public void lost(String name) {
      relay.tell(listener -> listener.lost(name));
    }
  }
}
