package org.polypath.simulator.san;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.polypath.api.path.DeviceNumber;
import org.polypath.api.path.PathFacts;
import org.polypath.simulator.Fault;
import org.polypath.simulator.PathCounters;
import org.polypath.simulator.SimulatorException;
import org.polypath.simulator.scenario.Scenario;
import org.polypath.simulator.scenario.ScenarioException;
import org.polypath.simulator.scenario.TimedFault;
import org.polypath.simulator.timeline.Timeline;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The storage network: arrays, adapters, and the host's paths over them. Timeline thread only. */
public final class San {
  private static final Logger LOG = LoggerFactory.getLogger(San.class);

  private final SanLayout layout;
  private final FaultActions actions;
  private final List<Listener> listeners = new ArrayList<>();

  /** Follows devices. */
  public interface Listener {
    /** A device is there, or has changed. */
    void found(PathFacts facts);

    /** A device is gone. */
    void lost(String name);
  }

  /**
   * Builds the SAN and sets its timed faults going.
   *
   * @throws ScenarioException if a timed fault names something that is not there
   */
  public San(Scenario scenario, Timeline timeline) {
    layout = new SanLayout(scenario, timeline);
    actions = new FaultActions(layout, new Events());
    for (TimedFault timed : scenario.faults()) {
      try {
        timed.fault().accept(actions);
      } catch (SimulatorException e) {
        throw new ScenarioException(timed.origin() + ": " + e.getMessage());
      }
      timeline.after(timed.at(), () -> apply(timed.fault()));
    }
  }

  /**
   * Makes something happen.
   *
   * @throws SimulatorException if there is no such part
   */
  public void apply(Fault fault) {
    fault.accept(actions).run();
    LOG.info("simulated SAN: event: {}", fault);
  }

  /** The facts of all devices, in the order of their addresses. */
  public List<PathFacts> scan() {
    return layout.paths().stream()
        .filter(path -> !path.isDeleted())
        .map(path -> new FactsOfPath(path).facts())
        .toList();
  }

  /** The device of a name, if it is there. */
  public Optional<SimulatedPath> device(String name) {
    return layout.find(name).filter(path -> !path.isDeleted());
  }

  /** The device of a number, if it is there. */
  public Optional<SimulatedPath> device(DeviceNumber number) {
    return layout.find(number).filter(path -> !path.isDeleted());
  }

  /** The counters of all devices. */
  public List<PathCounters> counters() {
    return layout.paths().stream().map(SimulatedPath::counters).toList();
  }

  /** What the SAN consists of and what is wrong with it, as text. */
  public String overview() {
    return new SanOverview(layout).text();
  }

  /** The names of everything that a command can name, for completion and help. */
  public List<String> names() {
    return new SanOverview(layout).names();
  }

  /** Starts following devices. */
  public void add(Listener listener) {
    listeners.add(listener);
  }

  /** Ends following devices. */
  public void remove(Listener listener) {
    listeners.remove(listener);
  }

  private final class Events implements SanEvents {
    @Override
    public void found(SimulatedPath path) {
      PathFacts facts = new FactsOfPath(path).facts();
      List.copyOf(listeners).forEach(listener -> listener.found(facts));
    }

    @Override
    public void lost(SimulatedPath path) {
      List.copyOf(listeners).forEach(listener -> listener.lost(path.name()));
    }
  }
}
