package org.polypath.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;
import org.polypath.api.PluginName;
import org.polypath.api.discovery.PathDiscovery;
import org.polypath.api.map.MapOperation;
import org.polypath.api.topology.Topology;
import org.polypath.daemon.hardware.HardwareRegistry;
import org.polypath.daemon.nohost.NoPaths;
import org.polypath.daemon.plugin.PluginRegistry;
import org.polypath.daemon.state.NameStores;

/** I/O that waits for a path is let go when the daemon stops, and at no other time. */
class EndOfQueueingTest {
  private static final Map<String, Object> NAME = Map.of(PluginName.PROPERTY, "linux");
  private static final MapOperation LET_GO = new MapOperation.Message("mpatha", "fail_if_no_path");

  @TempDir private Path folder;
  private final FakeMaps maps = new FakeMaps();
  private final PathDiscovery paths = new NoPaths();
  private final Sources sources = new Sources();
  private FakeFramework framework;
  private PlatformComponent platform;

  @BeforeEach
  void start() throws Exception {
    Path configuration = folder.resolve("multipath.conf");
    Files.writeString(configuration, "defaults {\n  no_path_retry queue\n}\n");
    framework =
        new FakeFramework(
            Map.of(
                "polypath.config.file", configuration.toString(),
                "polypath.config.directory", folder.resolve("conf.d").toString(),
                "polypath.state.directory", folder.resolve("state").toString(),
                "polypath.run.multipath", folder.resolve("run").toString()));
    BundleContext context = framework.context();
    HardwareRegistry hardware = new HardwareRegistry(context);
    PluginRegistry plugins = new PluginRegistry();
    platform =
        new PlatformComponent(
            context,
            plugins,
            new Contributions(hardware, plugins, new DeployedAtStart(context)),
            new NameStores(),
            sources,
            new ServiceManager(),
            s -> {});
    sources.bindDiscovery(paths, NAME);
    sources.bindDriver(maps, NAME);
    awaitMap();
  }

  @AfterEach
  void stop() {
    platform.stop();
  }

  @Test
  void whenTheDaemonStopsItIsLetGo() {
    framework.beginStop();
    platform.stop();
    assertThat(maps.operations).contains(LET_GO);
  }

  @Test
  void whenTheDeviceMapperBundleIsReplacedItGoesOnWaiting() {
    sources.unbindDriver(maps, NAME);
    assertThat(platform.topology()).isEqualTo(Topology.EMPTY);
    sources.bindDriver(maps, NAME);
    awaitMap();
    assertThat(maps.operations).doesNotContain(LET_GO);
  }

  @Test
  void whenTheDiscoveryBundleIsReplacedItGoesOnWaiting() {
    sources.unbindDiscovery(paths, NAME);
    sources.bindDiscovery(paths, NAME);
    awaitMap();
    assertThat(maps.operations).doesNotContain(LET_GO);
  }

  @Test
  void whenTheDaemonsOwnBundleIsReplacedItGoesOnWaiting() {
    platform.stop();
    assertThat(maps.operations).doesNotContain(LET_GO);
  }

  private void awaitMap() {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> platform.topology().maps().size(), count -> count == 1);
  }
}
