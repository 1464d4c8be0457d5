package org.polypath.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.osgi.framework.BundleContext;
import org.polypath.api.PluginName;
import org.polypath.api.device.PathDevice;
import org.polypath.api.discovery.DiscoveryException;
import org.polypath.api.discovery.DiscoveryListener;
import org.polypath.api.discovery.DiscoveryWatch;
import org.polypath.api.discovery.PathDiscovery;
import org.polypath.api.path.PathFacts;
import org.polypath.daemon.hardware.HardwareRegistry;
import org.polypath.daemon.plugin.PluginRegistry;
import org.polypath.daemon.state.NameStores;

/** A daemon that cannot follow its paths ends, to be started again: it must not seem to run. */
class StartThatFailsTest {
  private static final Map<String, Object> NAME = Map.of(PluginName.PROPERTY, "linux");

  @TempDir private Path folder;
  private final List<Integer> exits = new CopyOnWriteArrayList<>();

  @Test
  void ifItsPathsCannotBeFollowed() {
    start(new DiscoveryException("udev's daemon does not run"));
    assertThat(exits).containsExactly(1);
  }

  @ParameterizedTest
  @ValueSource(classes = {IllegalStateException.class, NoClassDefFoundError.class})
  void ifWhatFollowsItsPathsIsBroken(Class<? extends Throwable> fault) throws Exception {
    start(fault.getConstructor(String.class).newInstance("on purpose"));
    assertThat(exits).containsExactly(1);
  }

  private void start(Throwable fault) {
    BundleContext context =
        new FakeFramework(
                Map.of(
                    "polypath.config.file", folder.resolve("multipath.conf").toString(),
                    "polypath.config.directory", folder.resolve("conf.d").toString(),
                    "polypath.state.directory", folder.resolve("state").toString(),
                    "polypath.run.multipath", folder.resolve("run").toString()))
            .context();
    HardwareRegistry hardware = new HardwareRegistry(context);
    PluginRegistry plugins = new PluginRegistry();
    Sources sources = new Sources();
    PlatformComponent platform =
        new PlatformComponent(
            context,
            plugins,
            new Contributions(hardware, plugins, new DeployedAtStart(context)),
            new NameStores(),
            sources,
            new ServiceManager(),
            exits::add);
    sources.bindDriver(new FakeMaps(), NAME);
    sources.bindDiscovery(new Broken(fault), NAME);
    platform.stop();
  }

  /** Discovery that cannot follow changes. */
  private record Broken(Throwable fault) implements PathDiscovery {
    @Override
    public DiscoveryWatch watch(DiscoveryListener listener) {
      return Broken.<RuntimeException>thrown(fault);
    }

    @SuppressWarnings("unchecked") // the compiler alone minds checked exceptions
    private static <E extends Throwable> DiscoveryWatch thrown(Throwable fault) throws E {
      throw (E) fault;
    }

    @Override
    public List<PathFacts> scan() {
      return List.of();
    }

    @Override
    public Optional<PathFacts> look(String name) {
      return Optional.empty();
    }

    @Override
    public PathDevice device(PathFacts facts) {
      throw new DiscoveryException("there is no path " + facts.name());
    }
  }
}
