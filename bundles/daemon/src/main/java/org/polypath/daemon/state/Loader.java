package org.polypath.daemon.state;

import static org.polypath.config.ConfigurationFiles.NVME_PARAMETER;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.polypath.api.discovery.DiscoveryException;
import org.polypath.api.discovery.PathDiscovery;
import org.polypath.api.path.Wwid;
import org.polypath.api.settings.Finding;
import org.polypath.api.settings.ReservationKey;
import org.polypath.config.ConfigurationFiles;
import org.polypath.config.PluginContributions;
import org.polypath.config.ReadOutcome;
import org.polypath.config.ResolvedConfiguration;
import org.polypath.core.effect.Effect.NameMap;
import org.polypath.core.event.Event;
import org.polypath.core.event.Event.ConfigurationLoaded;
import org.polypath.core.event.Event.LoadRefused;
import org.polypath.core.event.Event.MapNamed;
import org.polypath.core.event.Event.PathsScanned;
import org.polypath.core.event.Event.ScanRefused;
import org.polypath.core.event.HeldPath;
import org.polypath.daemon.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads and writes files and lists paths, on threads of its own: files on one, in the order asked
 * for; scans on another, because a device may hold one up. Any thread may call.
 */
public final class Loader implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Loader.class);
  private static final long CLOSE_SECONDS = 3;

  /** The source of paths that are none of this host's. */
  private static final String SIMULATED = "simulator";

  private final ExecutorService files =
      Executors.newSingleThreadExecutor(task -> thread(task, "files"));
  private final ExecutorService scans =
      Executors.newSingleThreadExecutor(task -> thread(task, "scans"));
  private final ConfigurationFiles configurationFiles;
  private final boolean ofThisHost;
  private final Freshness freshness;
  private final FileBindings bindings;
  private final Names names;
  private final RememberedWwids remembered;
  private final KeptReservationKeys reservationKeys;
  private final FailedWwids failed;
  private final HeldPathFiles held;
  private final PathDiscovery discovery;
  private final Supplier<PluginContributions> plugins;
  private final Consumer<Event> events;
  private final IntConsumer exit;
  private final boolean bindingsReadOnly;
  private final AtomicBoolean looking = new AtomicBoolean();
  private volatile boolean closed;

  /** The configuration in force. Only the files thread touches it. */
  private Optional<ResolvedConfiguration> current = Optional.empty();

  /** Whether paths could be listed before. Only the scans thread touches it. */
  private boolean scannedOnce;

  /**
   * Reads nothing yet.
   *
   * @param properties where the files are
   * @param discovery what lists paths
   * @param stores the stores of generated names that plug-ins bring
   * @param plugins what plug-ins bring to the configuration when it is read
   * @param events where answers go
   * @param exit ends the process when there is no configuration to start with
   */
  public Loader(
      Properties properties,
      PathDiscovery discovery,
      NameStores stores,
      Supplier<PluginContributions> plugins,
      Consumer<Event> events,
      IntConsumer exit) {
    this.configurationFiles =
        new ConfigurationFiles(properties.configurationFile(), properties.configurationDirectory());
    this.ofThisHost = !properties.source().equals(SIMULATED);
    this.freshness =
        new Freshness(properties.configurationFile(), properties.configurationDirectory());
    this.bindings = new FileBindings(properties.stateDirectory());
    this.names = new Names(bindings, stores::strongest);
    this.remembered = new RememberedWwids(properties.stateDirectory());
    this.reservationKeys = new KeptReservationKeys(properties.stateDirectory());
    this.bindingsReadOnly = properties.bindingsReadOnly();
    this.failed = new FailedWwids(properties.markerDirectory());
    this.held = new HeldPathFiles(properties.markerDirectory());
    this.discovery = discovery;
    this.plugins = plugins;
    this.events = events;
    this.exit = exit;
  }

  /**
   * Reads the configuration; answered by {@code ConfigurationLoaded} or {@code LoadRefused}.
   *
   * @param asked whether its files are wanted as they are; if not, one whose main file has gone
   *     since is refused, and read when the file is there again
   */
  public void loadConfiguration(boolean asked) {
    run(
        files,
        () -> readConfiguration(asked),
        problem -> new LoadRefused("configuration: " + problem));
  }

  /**
   * Looks whether the configuration files are others than those read. A look that is not over, as
   * on a disk that does not answer, is not followed by another.
   *
   * @param changed called if they are, once for each state they are in
   */
  public void look(Runnable changed) {
    if (looking.compareAndSet(false, true)) {
      run(files, () -> lookOnce(changed));
    }
  }

  private void lookOnce(Runnable changed) {
    try {
      if (freshness.isOver()) {
        changed.run();
      }
    } finally {
      looking.set(false);
    }
  }

  /** Finds a name; answered by {@code MapNamed}. */
  public void name(NameMap effect) {
    run(
        files,
        () -> events.accept(names.name(allowed(effect), fixedAliases())),
        problem ->
            new MapNamed(
                effect.wwid(),
                effect.number(),
                effect.kernelName().orElse(effect.wwid().text()),
                problem.toString()));
  }

  /** Keeps a WWID. */
  public void remember(Wwid wwid) {
    run(files, () -> remembered.add(wwid));
  }

  /** Keeps a WWID no longer. */
  public void forget(Wwid wwid) {
    run(files, () -> remembered.remove(wwid));
  }

  /** Keeps a key for persistent reservations; an empty one is kept no longer. */
  public void keepReservationKey(Wwid wwid, Optional<ReservationKey> key) {
    run(files, () -> reservationKeys.keep(wwid, key));
  }

  /** Keeps whether a map could be made. */
  public void noteCreation(Wwid wwid, boolean succeeded) {
    run(files, () -> failed.note(wwid, succeeded));
  }

  /** Keeps that a path is held back. */
  public void hold(HeldPath path) {
    run(files, () -> held.keep(path));
  }

  /** Keeps no longer that a path is held back. */
  public void release(String path) {
    run(files, () -> held.release(path));
  }

  /** Lists the paths; answered by {@code PathsScanned} or {@code ScanRefused}. */
  public void scan() {
    run(scans, this::listPaths, problem -> new ScanRefused("paths: " + problem));
  }

  /** What was asked of the files is still written, if that takes no longer than it should. */
  @Override
  public void close() {
    closed = true;
    files.shutdown();
    scans.shutdownNow();
    try {
      if (!files.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("files were not all written within {} s", CLOSE_SECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void readConfiguration(boolean asked) {
    if (!asked && freshness.isMainLost()) {
      events.accept(new LoadRefused("configuration: the main file is gone or empty"));
      return;
    }
    freshness.reading();
    ReadOutcome outcome =
        configurationFiles.read(
            plugins.get(), ofThisHost && ConfigurationFiles.isNvmeJoined(NVME_PARAMETER));
    outcome.findings().forEach(Loader::report);
    events.accept(outcome.fold(this::accepted, this::refused));
  }

  private Event accepted(ReadOutcome.Accepted accepted) {
    ResolvedConfiguration configuration = accepted.configuration();
    current = Optional.of(configuration);
    bindings.keepIn(configuration.bindingsFile());
    remembered.keepIn(configuration.wwidsFile());
    return new ConfigurationLoaded(
        configuration, remembered.all(), reservationKeys.all(), held.all());
  }

  private Event refused(ReadOutcome.Refused refused) {
    if (current.isEmpty()) {
      LOG.error("cannot start: {}", refused.message());
      exit.accept(1);
    } else {
      LOG.error("the configuration before stays in force: {}", refused.message());
    }
    return new LoadRefused(refused.message());
  }

  private NameMap allowed(NameMap effect) {
    return new NameMap(
        effect.wwid(),
        effect.number(),
        effect.prefix(),
        effect.kernelName(),
        effect.takenNames(),
        effect.record() && !bindingsReadOnly);
  }

  private Map<String, Wwid> fixedAliases() {
    return current.map(ResolvedConfiguration::fixedAliases).orElse(Map.of());
  }

  private void listPaths() {
    try {
      events.accept(new PathsScanned(discovery.scan()));
      scannedOnce = true;
    } catch (DiscoveryException e) {
      if (scannedOnce) {
        LOG.error("paths cannot be listed: {}", e.getMessage());
      } else {
        LOG.error("cannot start: {}", e.getMessage());
        exit.accept(1);
      }
      events.accept(new ScanRefused(e.getMessage()));
    }
  }

  private static void report(Finding finding) {
    switch (finding.severity()) {
      case ERROR -> LOG.error("{}", finding.message());
      case WARNING -> LOG.warn("{}", finding.message());
      case NOTE -> LOG.info("{}", finding.message());
    }
  }

  private static void run(ExecutorService where, Runnable task) {
    try {
      where.execute(task);
    } catch (RejectedExecutionException e) {
      LOG.debug("not done while stopping");
    }
  }

  /** Runs a task that is waited for: whatever it throws becomes an answer too. */
  private void run(ExecutorService where, Runnable task, Function<Throwable, Event> answer) {
    run(
        where,
        () -> {
          try {
            task.run();
          } catch (RuntimeException | Error e) {
            if (closed) {
              LOG.debug("not done while stopping", e);
            } else {
              LOG.error("not done", e);
              events.accept(answer.apply(e));
            }
          }
        });
  }

  private static Thread thread(Runnable task, String name) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }
}
