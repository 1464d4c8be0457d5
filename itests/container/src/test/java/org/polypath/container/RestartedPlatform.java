package org.polypath.container;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import java.util.jar.JarFile;
import org.apache.felix.framework.FrameworkFactory;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.launch.Framework;
import org.polypath.api.discovery.PathDiscovery;
import org.polypath.api.map.MapDriver;
import org.polypath.api.platform.Platform;
import org.polypath.api.selector.PathSelector;
import org.polypath.api.selector.SelectorAlgorithm;
import org.polypath.api.topology.Topology;
import org.polypath.simulator.scenario.ScenarioReader;
import org.polypath.simulator.service.Simulator;
import org.polypath.simulator.timeline.ThreadTimeline;

/**
 * The platform in a framework that ends and comes back, on a simulated host that stays: its maps
 * carry I/O all the time.
 */
final class RestartedPlatform {
  private static final String API = "org.polypath.api";
  private static final String SIMULATOR = "org.polypath.simulator";

  private final ThreadTimeline timeline = new ThreadTimeline();
  private final ExecutorService answers = Executors.newSingleThreadExecutor();
  private final Simulator host;
  private final Path work = Files.createTempDirectory("polypath-restart");
  private final Path folder = Files.createDirectory(work.resolve("deploy"));
  private volatile Optional<Framework> framework = Optional.empty();

  RestartedPlatform(String configuration) throws IOException {
    Files.writeString(work.resolve("multipath.conf"), configuration);
    host =
        timeline.ask(
            () -> new Simulator(ScenarioReader.builtIn(), timeline, this::selectorAlgorithm));
  }

  /** The simulated kernel has the selectors that are there when it is given a table. */
  private Optional<SelectorAlgorithm> selectorAlgorithm(String kernelName, List<String> arguments) {
    try {
      return context().getServiceReferences(PathSelector.class, null).stream()
          .map(context()::getService)
          .filter(selector -> selector.kernelName().equals(kernelName))
          .map(selector -> selector.algorithm(arguments))
          .findFirst();
    } catch (InvalidSyntaxException e) {
      throw new IllegalStateException("no filter was given", e);
    }
  }

  Simulator host() {
    return host;
  }

  Path folder() {
    return folder;
  }

  BundleContext context() {
    return framework.orElseThrow().getBundleContext();
  }

  Topology topology() {
    ServiceReference<Platform> platform = context().getServiceReference(Platform.class);
    return platform == null ? Topology.EMPTY : context().getService(platform).topology();
  }

  /** The tables of all maps as the kernel has them. */
  Map<String, String> tables() {
    Map<String, String> tables = new HashMap<>();
    host.driver(answers)
        .read()
        .toCompletableFuture()
        .join()
        .maps()
        .forEach(map -> tables.put(map.name(), map.table().parameters()));
    return tables;
  }

  /** Starts the framework, with whatever it left where it stores its bundles. */
  void start() throws IOException, BundleException {
    Framework next = new FrameworkFactory().newFramework(properties());
    next.init();
    framework = Optional.of(next);
    BundleContext context = next.getBundleContext();
    context.registerService(IntConsumer.class, code -> {}, named("polypath.exit", true));
    Hashtable<String, Object> simulator = named("polypath.plugin.name", "simulator");
    context.registerService(PathDiscovery.class, host.discovery(answers), simulator);
    context.registerService(MapDriver.class, host.driver(answers), simulator);
    for (Path jar : EmbeddedPlatform.jars()) {
      String name = jar.getFileName().toString();
      if (!name.equals(API + ".jar") && !name.equals(SIMULATOR + ".jar")) {
        context.installBundle("reference:" + jar.toUri()).start();
      }
    }
    next.start();
  }

  private static Hashtable<String, Object> named(String property, Object value) {
    return new Hashtable<>(Map.of(property, value));
  }

  private Map<String, String> properties() throws IOException {
    Map<String, String> properties = new HashMap<>();
    properties.put(Constants.FRAMEWORK_STORAGE, work.resolve("framework").toString());
    properties.put(Constants.FRAMEWORK_BSNVERSION, Constants.FRAMEWORK_BSNVERSION_MULTIPLE);
    properties.put(
        Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA,
        String.join(",", EmbeddedPlatform.outsidePackages()) + "," + exportsOfTheApi());
    properties.put("polypath.source", "simulator");
    properties.put("polypath.mode", "test");
    properties.put("polypath.run", work.resolve("run").toString());
    properties.put("polypath.config.file", work.resolve("multipath.conf").toString());
    properties.put("polypath.config.directory", work.resolve("conf.d").toString());
    properties.put("polypath.state.directory", work.resolve("state").toString());
    properties.put("polypath.deploy.directory", folder.toString());
    return properties;
  }

  /** The simulated host is outside, so what it and the bundles share is too. */
  private static String exportsOfTheApi() throws IOException {
    Path jar = Path.of(System.getProperty("polypath.distribution"), "bundle", API + ".jar");
    try (JarFile file = new JarFile(jar.toFile())) {
      return file.getManifest().getMainAttributes().getValue(Constants.EXPORT_PACKAGE);
    }
  }

  /** Ends the framework; the host goes on. */
  void stop() throws BundleException, InterruptedException {
    framework.orElseThrow().stop();
    framework.orElseThrow().waitForStop(TimeUnit.MINUTES.toMillis(2));
  }

  /** Ends framework and host. */
  void close() throws BundleException, InterruptedException {
    stop();
    timeline.close();
    answers.shutdown();
  }
}
