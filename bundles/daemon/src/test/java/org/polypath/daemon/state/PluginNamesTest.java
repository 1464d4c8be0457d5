package org.polypath.daemon.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polypath.api.names.BindingsStore;
import org.polypath.api.names.BindingsStoreException;
import org.polypath.api.names.StoredBindings;
import org.polypath.api.path.Wwid;
import org.polypath.core.effect.Effect.NameMap;
import org.polypath.core.event.Event.MapNamed;

/** Names in the store of a plug-in, for instance one for all nodes of a cluster. */
class PluginNamesTest {
  @TempDir Path directory;

  private final FakeStore store = new FakeStore();
  private Optional<BindingsStore> plugin = Optional.of(store);

  private MapNamed name(String wwid, Optional<String> kernelName) {
    NameMap effect = new NameMap(new Wwid(wwid), 7, "mpath", kernelName, Set.of(), true);
    return new Names(new FileBindings(directory), () -> plugin).name(effect, Map.of());
  }

  @Test
  void aNewNameIsBoundInThePluginsStoreAlone() {
    store.with("mpathb", "3600b");
    assertThat(name("3600a", Optional.empty()).name()).isEqualTo("mpatha");
    assertThat(store.bindings).containsEntry("mpatha", new Wwid("3600a"));
    assertThat(directory.resolve("bindings")).doesNotExist();
  }

  @Test
  void whatAnotherNodeBoundIsTheName() {
    store.with("mpathq", "3600a");
    assertThat(name("3600a", Optional.empty()).name()).isEqualTo("mpathq");
  }

  @Test
  void aNodeThatIsFasterIsAgreedWith() {
    store.beforeBinding = () -> store.with("mpatha", "3600a");
    assertThat(name("3600a", Optional.empty()).name()).as("same WWID").isEqualTo("mpatha");
    store.bindings.clear();
    store.beforeBinding = () -> store.bindings.putIfAbsent("mpatha", new Wwid("3600b"));
    assertThat(name("3600a", Optional.empty()).name()).as("same name").isEqualTo("mpathb");
  }

  @Test
  void aReservedNameIsGivenToNobody() {
    store.with("mpatha", "3600f").with("mpathb", "3600e");
    assertThat(name("3600a", Optional.empty()).name()).isEqualTo("mpathd");
  }

  @Test
  void aLiveMapKeepsItsNameWhateverThePluginSays() {
    store.with("mpathq", "3600a").with("mpathx", "3600b");
    assertThat(name("3600a", Optional.of("mpathb")).name())
        .as("bound elsewhere")
        .isEqualTo("mpathb");
    assertThat(name("3600c", Optional.of("mpathx")).name()).as("another's").isEqualTo("mpathx");
    assertThat(store.bindings).as("nothing new").hasSize(2);
  }

  @Test
  void theNameOfALiveMapIsBoundWhenItIsFree() {
    assertThat(name("3600a", Optional.of("mpathz")).name()).isEqualTo("mpathz");
    assertThat(store.bindings).containsEntry("mpathz", new Wwid("3600a"));
  }

  @Test
  void aStoreThatFailsCostsNewNamesOnly() {
    plugin = Optional.of(new BrokenStore());
    MapNamed live = name("3600a", Optional.of("mpathb"));
    assertThat(live.name()).isEqualTo("mpathb");
    assertThat(live.because()).isEqualTo("no quorum");
    assertThat(name("3600a", Optional.empty()).name()).isEqualTo("3600a");
    assertThat(directory.resolve("bindings")).as("no name of this host alone").doesNotExist();
  }

  @Test
  void withoutThePluginTheFileServes() {
    assertThat(name("3600a", Optional.empty()).name()).isEqualTo("mpatha");
    plugin = Optional.empty();
    assertThat(name("3600b", Optional.empty()).name()).isEqualTo("mpatha");
    assertThat(directory.resolve("bindings")).content().contains("mpatha 3600b");
  }

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
