package org.polypath.container;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerMethod;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceRegistration;
import org.polypath.api.names.BindingsStore;
import org.polypath.api.names.BindingsStoreException;
import org.polypath.api.names.StoredBindings;
import org.polypath.api.path.Wwid;
import org.polypath.api.platform.Command;
import org.polypath.api.platform.CommandResult;
import org.polypath.api.platform.Platform;
import org.polypath.api.platform.PluginDirectory;
import org.polypath.api.topology.MapSnapshot;

/** Stores of generated names come and go on the running platform. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerMethod.class)
public class BindingsIT extends EmbeddedPlatform {
  /** Every map gets a generated name. */
  @Configuration
  public Option[] platform() throws IOException {
    return platform(
        """
        defaults {
          user_friendly_names yes
          find_multipaths no
          polling_interval 1
        }
        """);
  }

  @Test
  public void theStrongestStoreNamesNewMapsAndLiveOnesKeepTheirs() {
    await("platform", () -> context().getServiceReference(Platform.class) != null);
    await("maps", () -> !topology().busy() && topology().maps().size() > 1);
    MapSnapshot map = topology().maps().get(0);
    assertEquals("named by the file", "mpatha", map.name());

    ServiceRegistration<BindingsStore> weak = register(new ClusterStore(map.wwid(), "weak"), 1);
    ServiceRegistration<BindingsStore> strong =
        register(new ClusterStore(map.wwid(), "cluster"), 2);
    assertEquals(
        "stores are listed, the one that serves first",
        List.of(true, false),
        service(PluginDirectory.class).plugins().stream()
            .filter(plugin -> plugin.kind().equals("bindings"))
            .map(PluginDirectory.Plugin::serving)
            .toList());
    submit(new Command.Reconfigure(true));
    assertEquals("live", "mpatha", nameOf(map.wwid()));

    assertEquals("made anew", "cluster", madeAnew(map.wwid()));
    strong.unregister();
    assertEquals("live", "cluster", nameOf(map.wwid()));
    assertEquals("the next store serves", "weak", madeAnew(map.wwid()));
    weak.unregister();
    assertEquals("the file serves again", "mpatha", madeAnew(map.wwid()));
  }

  @Test
  public void aStoreThatFailsKeepsTheNamesThereAre() {
    await("platform", () -> context().getServiceReference(Platform.class) != null);
    await("maps", () -> !topology().busy() && topology().maps().size() > 1);
    MapSnapshot map = topology().maps().get(0);
    ServiceRegistration<BindingsStore> broken = register(new BrokenStore(), 1);
    submit(new Command.Reconfigure(true));
    assertEquals("live", "mpatha", nameOf(map.wwid()));
    assertEquals("made anew", map.wwid().text(), madeAnew(map.wwid()));
    broken.unregister();
    assertEquals("the file serves again", "mpatha", madeAnew(map.wwid()));
  }

  private ServiceRegistration<BindingsStore> register(BindingsStore store, int ranking) {
    Hashtable<String, Object> properties = new Hashtable<>();
    properties.put(Constants.SERVICE_RANKING, ranking);
    return context().registerService(BindingsStore.class, store, properties);
  }

  private String madeAnew(Wwid wwid) {
    submit(new Command.RemoveMap(nameOf(wwid)));
    await("it is gone", () -> topology().maps().stream().noneMatch(map -> isLive(map, wwid)));
    submit(new Command.Reconfigure(false));
    submit(new Command.AddMap(wwid.text()));
    await("it is back", () -> topology().maps().stream().anyMatch(map -> isLive(map, wwid)));
    return nameOf(wwid);
  }

  private static boolean isLive(MapSnapshot map, Wwid wwid) {
    return map.wwid().equals(wwid) && map.number().isPresent();
  }

  private String nameOf(Wwid wwid) {
    await("quiet", () -> !topology().busy());
    return topology().maps().stream()
        .filter(map -> map.wwid().equals(wwid))
        .map(MapSnapshot::name)
        .findFirst()
        .orElseThrow();
  }

  private void submit(Command command) {
    try {
      CommandResult result =
          service(Platform.class).submit(command).toCompletableFuture().get(60, TimeUnit.SECONDS);
      assertTrue(command + ": " + result, result.succeeded());
    } catch (Exception e) {
      throw new AssertionError(command.toString(), e);
    }
  }

  /** What all nodes of a cluster have agreed upon. */
  private static final class ClusterStore implements BindingsStore {
    private final Map<String, Wwid> bindings = new ConcurrentHashMap<>();

    ClusterStore(Wwid wwid, String alias) {
      bindings.put(alias, wwid);
    }

    @Override
    public StoredBindings read() {
      return new StoredBindings(bindings, Set.of());
    }

    @Override
    public boolean bind(String alias, Wwid wwid, Optional<String> previous) {
      return bindings.putIfAbsent(alias, wwid) == null;
    }
  }

  /** A store without the other nodes. */
  private static final class BrokenStore implements BindingsStore {
    @Override
    public StoredBindings read() {
      throw new BindingsStoreException("no quorum");
    }

    @Override
    public boolean bind(String alias, Wwid wwid, Optional<String> previous) {
      throw new BindingsStoreException("no quorum");
    }
  }
}
