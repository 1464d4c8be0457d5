package org.polypath.testkit;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.osgi.framework.ServiceReference;
import org.polypath.api.discovery.PathDiscovery;
import org.polypath.api.platform.Platform;
import org.polypath.api.platform.PluginDirectory;
import org.polypath.api.platform.PluginDirectory.Plugin;
import org.polypath.api.topology.Topology;
import org.polypath.simulator.MapCounters;
import org.polypath.simulator.SimulatedSan;

/** What exercises work with: the bundle on a platform, and the array. */
final class Setting implements AutoCloseable {
  private static final String FILE = "examined.jar";
  private static final Duration TWO_ROUNDS =
      HostedPlatform.BETWEEN_CHECKS.multipliedBy(2).plusMillis(500);
  private static final String SIMULATOR = "org.polypath.simulator";

  private final Candidate candidate;
  private final int units;
  private final HostedPlatform platform;
  private final Paths paths;
  private int later;

  /** Starts a platform on the array, which has so many LUNs. */
  Setting(ArrayDescription array, int units, Candidate candidate) {
    this.candidate = candidate;
    this.units = units;
    platform = HostedPlatform.start(Scenario.of(array, units), candidate.symbolicName());
    paths = new Paths(array, units);
  }

  Candidate candidate() {
    return candidate;
  }

  HostedPlatform platform() {
    return platform;
  }

  int units() {
    return units;
  }

  /** The paths and what is expected of them now. */
  Paths paths() {
    return paths;
  }

  Topology topology() {
    return platform.service(Platform.class).map(Platform::topology).orElse(Topology.EMPTY);
  }

  /**
   * Waits until all paths are what they are expected to be, and the maps hold them all; and stay so
   * while each is checked twice more.
   */
  void awaitExpected(String what) {
    Await.untilItLasts(
        what, () -> paths.difference(topology()).map(text -> text + remarks()), TWO_ROUNDS);
  }

  /** What the platform has to say of the bundle's plug-ins: it may ask one no longer. */
  private String remarks() {
    return plugins().stream()
        .filter(plugin -> !plugin.remark().isEmpty())
        .map(plugin -> "; " + plugin.kind() + " " + plugin.name() + ": " + plugin.remark())
        .collect(Collectors.joining());
  }

  SimulatedSan san() {
    return platform.service(SimulatedSan.class).orElseThrow();
  }

  /** Makes something happen to the array, in words of the simulator. */
  void san(String words) {
    san().command(List.of(words.split(" ", -1)));
  }

  PathDiscovery discovery() {
    return platform.servicesOf(PathDiscovery.class, SIMULATOR).get(0);
  }

  /** The parts of the bundle that serve. */
  List<Plugin> plugins() {
    return platform.service(PluginDirectory.class).map(PluginDirectory::plugins).stream()
        .flatMap(List::stream)
        .filter(plugin -> plugin.bundle().equals(candidate.symbolicName()))
        .filter(Plugin::serving)
        .toList();
  }

  /** Copies the bundle into the folder, each time in a later version, and waits until it serves. */
  String deploy() {
    String version = candidate.versionAfter(later).toString();
    try {
      Path folder = platform.deployFolder();
      Path beside = Files.write(folder.resolve("coming"), candidate.jar(later));
      Files.setPosixFilePermissions(beside, PosixFilePermissions.fromString("rw-r--r--"));
      Files.move(beside, folder.resolve(FILE), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new ExaminationException("the bundle cannot be deployed", e);
    }
    later++;
    String served = "serving " + candidate.symbolicName() + " " + version;
    Await.until("version " + version + " serves", () -> missing(served));
    return version;
  }

  private Optional<String> missing(String served) {
    String list = deployments();
    if (list.contains("refused") || list.contains("rolled back")) {
      throw new FailedException(list);
    }
    return list.contains(served) ? Optional.empty() : Optional.of(list);
  }

  /** The deployer's command is of a class of its own bundle. */
  private String deployments() {
    Optional<ServiceReference<?>> reference = platform.command("plugin");
    if (reference.isEmpty()) {
      return "no deployer yet";
    }
    Object command = platform.context().getService(reference.get());
    try {
      return (String)
          command
              .getClass()
              .getMethod("plugin", String[].class)
              .invoke(command, (Object) new String[] {"list"});
    } catch (InvocationTargetException e) {
      return String.valueOf(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new ExaminationException("the deployer has no command", e);
    }
  }

  /** Waits until generated I/O went through all maps again; none of it failed. */
  void assertIoFlows() {
    List<MapCounters> before = san().maps();
    Await.until("I/O on all maps", () -> stuck(before));
  }

  private Optional<String> stuck(List<MapCounters> before) {
    List<MapCounters> now = san().maps();
    for (int index = 0; index < before.size(); index++) {
      MapCounters map = now.get(index);
      if (map.errors() + map.mismatches() > 0) {
        throw new FailedException(
            map.map() + ": " + map.errors() + " I/O errors, " + map.mismatches() + " mismatches");
      }
      if (transfers(map) < transfers(before.get(index)) + 4) {
        return Optional.of(map.map() + " stands still");
      }
    }
    return Optional.empty();
  }

  private static long transfers(MapCounters map) {
    return map.reads() + map.writes();
  }

  /** All transfers of generated I/O so far. */
  long transfers() {
    return san().maps().stream().mapToLong(Setting::transfers).sum();
  }

  @Override
  public void close() {
    platform.close();
  }
}
