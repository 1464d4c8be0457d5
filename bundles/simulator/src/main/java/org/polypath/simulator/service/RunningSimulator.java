package org.polypath.simulator.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.polypath.api.PluginName;
import org.polypath.api.discovery.PathDiscovery;
import org.polypath.api.map.MapDriver;
import org.polypath.simulator.SimulatedSan;
import org.polypath.simulator.scenario.Scenario;
import org.polypath.simulator.timeline.ThreadTimeline;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A simulator with its threads and its services. */
final class RunningSimulator {
  private static final Logger LOG = LoggerFactory.getLogger(RunningSimulator.class);
  private static final Map<String, String> PLUGIN = Map.of(PluginName.PROPERTY, "simulator");

  private final ThreadTimeline timeline = new ThreadTimeline();
  private final ExecutorService answers =
      Executors.newSingleThreadExecutor(RunningSimulator::answersThread);
  private final List<ServiceRegistration<?>> services = new ArrayList<>();

  RunningSimulator(BundleContext context, Scenario scenario) {
    SelectorServices selectors = new SelectorServices(context);
    Simulator simulator;
    try {
      simulator = timeline.ask(() -> new Simulator(scenario, timeline, selectors));
    } catch (RuntimeException e) {
      close();
      throw e;
    }
    register(context, PathDiscovery.class, simulator.discovery(answers), PLUGIN);
    register(context, MapDriver.class, simulator.driver(answers), PLUGIN);
    register(context, SimulatedSan.class, simulator, Map.of());
    register(
        context,
        SanCommand.class,
        new SanCommand(simulator),
        Map.of(
            "osgi.command.scope",
            "polypath",
            "osgi.command.function",
            "san",
            "polypath.command.help",
            "san VERB...: faults and I/O of the embedded storage network; see san help"));
    LOG.info(
        "simulated SAN: started: arrays: {} adapters: {} paths: {}",
        scenario.arrays().size(),
        scenario.adapters().size(),
        simulator.paths().size());
  }

  private static Thread answersThread(Runnable work) {
    Thread thread = new Thread(work, "polypath-simulator-answers");
    thread.setDaemon(true);
    return thread;
  }

  private <T> void register(
      BundleContext context, Class<T> type, T service, Map<String, String> properties) {
    services.add(context.registerService(type, service, FrameworkUtil.asDictionary(properties)));
  }

  void close() {
    services.forEach(ServiceRegistration::unregister);
    timeline.close();
    answers.shutdown();
  }
}
