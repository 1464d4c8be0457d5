package org.polypath.daemon.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polypath.api.path.Wwid;
import org.polypath.api.settings.Finding;
import org.polypath.api.settings.ReservationKey;
import org.polypath.config.PluginContributions;
import org.polypath.core.CoreOptions;
import org.polypath.core.effect.Effect.NameMap;
import org.polypath.core.event.Event;
import org.polypath.core.event.Event.ConfigurationLoaded;
import org.polypath.core.event.Event.LoadRefused;
import org.polypath.core.event.Event.MapNamed;
import org.polypath.daemon.Properties;
import org.polypath.daemon.nohost.NoPaths;

/** A new configuration is read aside; one that cannot be used changes nothing and says why. */
class LoaderTest {
  private static final String ALIAS = "multipaths {\nmultipath {\nwwid 3600b\nalias %s\n}\n}\n";
  private static final String UNUSABLE = "blacklist {\ndevnode \"(\"\n}\n";

  @TempDir Path directory;

  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
  private final List<Integer> exits = new CopyOnWriteArrayList<>();
  private final AtomicInteger readings = new AtomicInteger();
  private volatile Set<String> policies = Set.of();
  private CountDownLatch mayRead = new CountDownLatch(0);
  private Path file;
  private Loader loader;

  @BeforeEach
  void start() {
    file = directory.resolve("multipath.conf");
    loader = loader(false);
  }

  private Loader loader(boolean bindingsReadOnly) {
    Properties properties =
        new Properties(
            "none",
            CoreOptions.EVERYTHING,
            true,
            file,
            directory.resolve("conf.d"),
            directory.resolve("state"),
            directory.resolve("run"),
            bindingsReadOnly);
    return new Loader(
        properties, new NoPaths(), new NameStores(), this::plugins, events::add, exits::add);
  }

  private PluginContributions plugins() {
    readings.incrementAndGet();
    try {
      mayRead.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return new PluginContributions(List.of(), policies, List.of());
  }

  @AfterEach
  void stop() {
    mayRead.countDown();
    loader.close();
  }

  private Event load(String text) throws IOException, InterruptedException {
    Files.writeString(file, text);
    loader.loadConfiguration(true);
    return next();
  }

  private Event next() throws InterruptedException {
    return Optional.ofNullable(events.poll(60, TimeUnit.SECONDS)).orElseThrow();
  }

  private String nameOf(String wwid) throws InterruptedException {
    loader.name(new NameMap(new Wwid(wwid), 1, "mpath", Optional.empty(), Set.of(), true));
    return ((MapNamed) next()).name();
  }

  @Test
  void aFileThatCannotBeUsedLeavesTheOneBeforeInForce() throws Exception {
    assertThat(load(ALIAS.formatted("mpatha"))).isInstanceOf(ConfigurationLoaded.class);
    Event refused = load(UNUSABLE);
    assertThat(refused).isInstanceOf(LoadRefused.class);
    assertThat(((LoadRefused) refused).why())
        .contains(file + ":2: invalid regular expression for devnode", "correct the line");
    assertThat(nameOf("3600a")).as("mpatha is still that of 3600b").isEqualTo("mpathb");
    assertThat(exits).isEmpty();
  }

  @Test
  void withoutAnyConfigurationThereIsNothingToStartWith() throws Exception {
    assertThat(load(UNUSABLE)).isInstanceOf(LoadRefused.class);
    assertThat(exits).containsExactly(1);
  }

  @Test
  void aFaultInADropInIsAFindingAndNoMore() throws Exception {
    Path dropIns = Files.createDirectories(directory.resolve("conf.d"));
    Files.writeString(dropIns.resolve("a.conf"), UNUSABLE);
    Event loaded = load(ALIAS.formatted("data"));
    assertThat(((ConfigurationLoaded) loaded).configuration().findings())
        .extracting(Finding::file)
        .containsExactly(dropIns.resolve("a.conf").toString());
  }

  @Test
  void aGroupingPolicyHoldsOnceItsPluginIsThere() throws Exception {
    Event before = load("defaults {\npath_grouping_policy acme_zones\n}\n");
    assertThat(((ConfigurationLoaded) before).configuration().findings())
        .extracting(Finding::line)
        .containsExactly(2);
    policies = Set.of("acme_zones");
    loader.loadConfiguration(false);
    Event after = next();
    assertThat(((ConfigurationLoaded) after).configuration().findings()).isEmpty();
    assertThat(((ConfigurationLoaded) after).configuration().print()).contains("\"acme_zones\"");
  }

  @Test
  void aFileThatIsJustBeingReplacedIsNotTakenForNoneWhenAPluginComes() throws Exception {
    load(ALIAS.formatted("data"));
    Files.delete(file);
    loader.loadConfiguration(false);
    assertThat(((LoadRefused) next()).why()).contains("the main file is gone or empty");
    assertThat(load(ALIAS.formatted("data"))).isInstanceOf(ConfigurationLoaded.class);
    loader.loadConfiguration(false);
    assertThat(next()).isInstanceOf(ConfigurationLoaded.class);
  }

  @Test
  void aMissingFileIsNoFault() throws Exception {
    loader.loadConfiguration(true);
    assertThat(((ConfigurationLoaded) next()).configuration().findings()).isEmpty();
  }

  @Test
  void whatWasRememberedIsThereWithTheNextConfiguration() throws Exception {
    loader.remember(new Wwid("3600a"));
    loader.remember(new Wwid("3600b"));
    loader.forget(new Wwid("3600a"));
    assertThat(((ConfigurationLoaded) load("")).remembered()).containsExactly(new Wwid("3600b"));
  }

  @Test
  void filesThatTheConfigurationPutsElsewhereAreKeptThere() throws Exception {
    Path elsewhere = Files.createDirectories(directory.resolve("elsewhere"));
    Files.writeString(elsewhere.resolve("names"), "mpathq 3600a\n");
    Files.writeString(elsewhere.resolve("known"), "/3600z/\n");
    String text =
        "defaults {\nbindings_file %1$s/names\nwwids_file %1$s/known\n}\n".formatted(elsewhere);

    assertThat(((ConfigurationLoaded) load(text)).remembered()).containsExactly(new Wwid("3600z"));
    assertThat(nameOf("3600a")).isEqualTo("mpathq");
    assertThat(nameOf("3600b")).isEqualTo("mpatha");
    loader.remember(new Wwid("3600b"));
    assertThat(((ConfigurationLoaded) load("")).remembered()).as("the usual ones again").isEmpty();
    assertThat(nameOf("3600b")).isEqualTo("mpatha");
    assertThat(elsewhere.resolve("names")).content().contains("mpatha 3600b");
    assertThat(elsewhere.resolve("known")).content().contains("/3600b/");
    assertThat(nameOf("3600a")).isEqualTo("mpathb");
  }

  @Test
  void reservationKeysAreThereWithTheNextConfiguration() throws Exception {
    ReservationKey key = new ReservationKey(0x1234, true);
    loader.keepReservationKey(new Wwid("3600a"), Optional.of(key));
    loader.keepReservationKey(new Wwid("3600b"), Optional.of(new ReservationKey(7, false)));
    loader.keepReservationKey(new Wwid("3600b"), Optional.empty());
    assertThat(((ConfigurationLoaded) load("")).reservationKeys())
        .containsExactly(Map.entry(new Wwid("3600a"), key));
  }

  @Test
  void whereBindingsAreOnlyReadNoneIsMade() throws Exception {
    assertThat(nameOf("3600a")).isEqualTo("mpatha");
    loader.close();
    loader = loader(true);
    assertThat(nameOf("3600a")).as("bound before").isEqualTo("mpatha");
    assertThat(nameOf("3600b")).isEqualTo("3600b");
    assertThat(directory.resolve("state/bindings")).content().doesNotContain("3600b");
  }

  @Test
  void aChangedFileIsNoticedOnce() throws Exception {
    load("");
    List<String> noticed = new CopyOnWriteArrayList<>();
    Files.writeString(file, "defaults {\nverbosity 3\n}\n");
    await()
        .atMost(Duration.ofMinutes(1))
        .until(
            () -> {
              loader.look(() -> noticed.add("changed"));
              return !noticed.isEmpty();
            });
    loader.look(() -> noticed.add("changed"));
    // answered by the same thread, after all looks
    assertThat(nameOf("3600a")).isEqualTo("mpatha");
    assertThat(noticed).hasSize(1);
  }

  @Test
  void looksDoNotHeapUpWhileFilesCannotBeRead() throws Exception {
    load("");
    mayRead = new CountDownLatch(1);
    loader.loadConfiguration(true);
    await().atMost(Duration.ofMinutes(1)).until(() -> readings.get() == 2);
    List<String> noticed = new CopyOnWriteArrayList<>();
    for (int look = 0; look < 5; look++) {
      loader.look(() -> noticed.add("changed"));
    }
    Files.writeString(file, "defaults {\nverbosity 3\n}\n");
    mayRead.countDown();

    assertThat(next()).isInstanceOf(ConfigurationLoaded.class);
    assertThat(nameOf("3600a")).isEqualTo("mpatha");
    assertThat(noticed).as("one look does not tell whether the file stands still").isEmpty();
  }
}
