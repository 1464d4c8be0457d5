package org.polypath.container;

import static org.junit.Assert.assertEquals;
import static org.ops4j.pax.exam.CoreOptions.frameworkProperty;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.ops4j.pax.exam.Option;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.polypath.api.platform.Platform;
import org.polypath.api.topology.PathSnapshot;
import org.polypath.api.topology.Topology;
import org.polypath.simulator.MapCounters;
import org.polypath.simulator.SimulatedSan;

/**
 * The platform on the embedded SAN with a deploy folder, and what is watched while bundles swap.
 */
public abstract class DeployedPlatform extends EmbeddedPlatform {
  private static final String FOLDER = "polypath.deploy.directory";

  /** Every path has the vendor's checker and prioritizer, every map his policy and selector. */
  static final String SWAPPED =
      """
      defaults {
        user_friendly_names yes
        find_multipaths no
        polling_interval 1
        max_polling_interval 1
        detect_checker no
        detect_prio no
        checker_timeout 2
        path_checker swapped
        prio swapped
      }
      overrides {
        path_checker swapped
        prio swapped
        path_grouping_policy multibus
        path_selector "swapped 0"
      }
      """;

  static Option[] deployedPlatform(String configuration, Option... more) throws IOException {
    Path folder = Files.createTempDirectory("polypath-deploy");
    return Stream.of(
            Stream.of(platform(configuration)),
            Stream.of(frameworkProperty(FOLDER).value(folder.toString())),
            Stream.of(more))
        .flatMap(all -> all)
        .toArray(Option[]::new);
  }

  /** The tests of a class share one platform: its life begins with the first. */
  @Override
  public void giveThePlatformWhatTheLauncherGives() {
    if (context().getServiceReference(IntConsumer.class) == null) {
      super.giveThePlatformWhatTheLauncherGives();
    }
  }

  @Override
  public void takeItBack() {
    // it goes with the container
  }

  private Path folder() {
    return Path.of(context().getProperty(FOLDER));
  }

  void copy(String file, byte[] jar) {
    copy(folder(), file, jar);
  }

  /** As an administrator should: copied beside, then renamed. */
  static void copy(Path folder, String file, byte[] jar) {
    try {
      Path beside = Files.write(folder.resolve(file + ".tmp"), jar);
      Files.setPosixFilePermissions(beside, PosixFilePermissions.fromString("rw-r--r--"));
      Files.move(beside, folder.resolve(file), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void emptyTheFolder() throws IOException {
    try (Stream<Path> files = Files.list(folder())) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
  }

  /** What the command {@code plugin} answers: its class is the deployer's own. */
  String plugin(String... words) {
    return plugin(context(), words);
  }

  static String plugin(BundleContext context, String... words) {
    ServiceReference<?> reference =
        context.getServiceReference("org.polypath.deployer.PluginCommand");
    if (reference == null) {
      return "there is no deployer";
    }
    Object command = context.getService(reference);
    try {
      return (String)
          command.getClass().getMethod("plugin", String[].class).invoke(command, (Object) words);
    } catch (InvocationTargetException e) {
      return "failed: " + e.getCause().getMessage();
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }

  void awaitServing(String version) {
    await(
        "serving " + version,
        () -> plugin("list").contains("serving " + SwappedBundle.NAME + " " + version));
  }

  void awaitMapsUp() {
    await("platform", () -> context().getServiceReference(Platform.class) != null);
    await(
        "all paths up and ranked",
        () ->
            !topology().busy()
                && !topology().maps().isEmpty()
                && topology().paths().stream().allMatch(path -> path.priority().orElse(0) == 10));
  }

  /** Table loads of all maps since the daemon knows them. */
  static int loads(Topology topology) {
    return topology.maps().stream().mapToInt(map -> map.statistics().mapLoads()).sum();
  }

  static List<String> states(Topology topology) {
    return topology.paths().stream().map(DeployedPlatform::state).toList();
  }

  private static String state(PathSnapshot path) {
    return path.facts().name()
        + " "
        + path.state()
        + " "
        + path.kernelState()
        + " "
        + path.priority();
  }

  static void assertNoHarm(SimulatedSan san) {
    long before = transfers(san);
    await("I/O flows", () -> transfers(san) > before + 100);
    for (MapCounters map : san.maps()) {
      assertEquals("I/O errors on " + map.map(), 0, map.errors());
      assertEquals("wrong data on " + map.map(), 0, map.mismatches());
    }
  }
}
