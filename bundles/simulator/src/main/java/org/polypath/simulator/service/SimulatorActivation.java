package org.polypath.simulator.service;

import java.nio.file.Path;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.polypath.simulator.scenario.Scenario;
import org.polypath.simulator.scenario.ScenarioException;
import org.polypath.simulator.scenario.ScenarioReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts the simulator where the platform is told to use it ({@code polypath.source} is {@code
 * simulator}); elsewhere it starts no thread and registers no service.
 */
@Component(
    service = {},
    immediate = true)
public final class SimulatorActivation {
  /** The framework property that names a scenario file; without it the built-in one is used. */
  static final String SCENARIO = "polypath.scenario";

  private static final Logger LOG = LoggerFactory.getLogger(SimulatorActivation.class);
  private static final String SOURCE = "polypath.source";
  private static final String NAME = "simulator";

  private Optional<RunningSimulator> running = Optional.empty();

  /** Starts the simulator, if it is wanted. */
  @Activate
  public void activate(BundleContext context) {
    if (!NAME.equals(context.getProperty(SOURCE))) {
      return;
    }
    Optional<Path> file =
        Optional.ofNullable(context.getProperty(SCENARIO))
            .filter(name -> !name.isBlank())
            .map(Path::of);
    try {
      Scenario scenario = file.map(ScenarioReader::read).orElseGet(ScenarioReader::builtIn);
      running = Optional.of(new RunningSimulator(context, scenario));
    } catch (ScenarioException e) {
      LOG.error("simulated SAN: not started: {}", e.getMessage());
    }
  }

  /** Ends it. */
  @Deactivate
  public void deactivate() {
    running.ifPresent(RunningSimulator::close);
  }
}
