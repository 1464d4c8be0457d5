package org.polypath.daemon;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.polypath.api.discovery.DiscoveryException;
import org.polypath.api.discovery.DiscoveryListener;
import org.polypath.api.discovery.DiscoveryWatch;
import org.polypath.api.discovery.PathDiscovery;
import org.polypath.api.map.MapDriver;
import org.polypath.api.map.MapWatch;
import org.polypath.api.path.PathFacts;
import org.polypath.api.platform.Command;
import org.polypath.api.platform.CommandResult;
import org.polypath.api.topology.Topology;
import org.polypath.core.Core;
import org.polypath.core.event.Event;
import org.polypath.daemon.effect.EffectPerformer;
import org.polypath.daemon.plugin.PluginCalls;
import org.polypath.daemon.plugin.PluginRegistry;
import org.polypath.daemon.state.Loader;
import org.polypath.daemon.state.NameStores;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The core's thread with everything around it, over one discovery and one driver. */
final class RunningPlatform implements AutoCloseable {
  private static final long QUEUEING_SECONDS = 5;
  private static final Logger LOG = LoggerFactory.getLogger(RunningPlatform.class);

  /** Long enough for the bundles of one delivery to arrive. */
  private static final long PLUGIN_DELAY_MILLIS = 250;

  /** A changed configuration file is read after two of these at the latest. */
  private static final long LOOK_SECONDS = 2;

  private final ScheduledExecutorService deadlines = deadlines();
  private final PluginCalls calls = new PluginCalls(deadlines);
  private final AtomicLong commandNumbers = new AtomicLong();
  private final Loader loader;
  private final EffectPerformer performer;
  private final CoreThread core;
  private final boolean follows;
  private final List<Runnable> watches = new ArrayList<>();

  /**
   * Starts.
   *
   * @throws org.polypath.api.discovery.DiscoveryException if changes of paths cannot be followed
   * @throws org.polypath.api.map.MapDriverException if changes of maps cannot be followed
   */
  RunningPlatform(
      Properties properties,
      PathDiscovery discovery,
      MapDriver driver,
      PluginRegistry registry,
      Contributions contributions,
      NameStores stores,
      IntConsumer exit) {
    loader = new Loader(properties, discovery, stores, contributions::now, this::post, exit);
    performer = new EffectPerformer(discovery, driver, registry, calls, loader, this::post, exit);
    core = new CoreThread(new Core(properties.options()), performer, exit);
    follows = properties.follows();
    if (follows) {
      follow(discovery, driver);
      follow(contributions);
      followFiles();
    }
    core.start();
  }

  /** Nearly every deadline is called off: it must not be waited for all the same. */
  private static ScheduledExecutorService deadlines() {
    ScheduledThreadPoolExecutor deadlines =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread thread = new Thread(task, "deadlines");
              thread.setDaemon(true);
              return thread;
            });
    deadlines.setRemoveOnCancelPolicy(true);
    return deadlines;
  }

  Topology topology() {
    return core.topology();
  }

  CompletionStage<CommandResult> submit(Command command) {
    long number = commandNumbers.incrementAndGet();
    CompletableFuture<CommandResult> answer = new CompletableFuture<>();
    performer.expect(number, answer);
    post(new Event.CommandGiven(number, command));
    return answer;
  }

  Runnable subscribe(Consumer<Topology> listener) {
    return core.subscribe(listener);
  }

  /** Lets go: another platform may go on with the same maps. */
  @Override
  public void close() {
    watches.forEach(Runnable::run);
    core.close();
    performer.close();
    loader.close();
    calls.close();
    deadlines.shutdownNow();
  }

  private void follow(PathDiscovery discovery, MapDriver driver) {
    MapWatch maps = driver.watch(name -> post(new Event.MapStirred(name)));
    watches.add(maps::close);
    try {
      DiscoveryWatch paths = discovery.watch(new Changes());
      watches.add(paths::close);
    } catch (DiscoveryException e) {
      maps.close();
      throw e;
    }
  }

  private void follow(Contributions contributions) {
    Burst changes =
        new Burst(
            CompletableFuture.delayedExecutor(PLUGIN_DELAY_MILLIS, TimeUnit.MILLISECONDS),
            () -> post(new Event.PluginsChanged()));
    watches.add(contributions.watch(changes::changed));
  }

  private void followFiles() {
    ScheduledFuture<?> looks =
        deadlines.scheduleWithFixedDelay(
            () -> loader.look(this::configurationChanged),
            LOOK_SECONDS,
            LOOK_SECONDS,
            TimeUnit.SECONDS);
    watches.add(() -> looks.cancel(false));
  }

  /** From now on tells the service manager how things are, and that the core's thread lives. */
  void supervise(Consumer<String> manager) {
    Supervision supervision =
        new Supervision(core::turns, () -> post(new Event.TimePassed()), this::topology, manager);
    long period = Supervision.period(System.getenv(), ProcessHandle.current().pid()).toMillis();
    ScheduledFuture<?> rounds =
        deadlines.scheduleAtFixedRate(supervision, period, period, TimeUnit.MILLISECONDS);
    watches.add(() -> rounds.cancel(false));
  }

  private void configurationChanged() {
    LOG.info("configuration files changed: they are read again");
    submit(new Command.Reconfigure(false))
        .thenAccept(result -> LOG.debug("configuration read again; done: {}", result.succeeded()));
  }

  /**
   * Ends the waiting of I/O for a path, as far as configuration and commands want it ended: to be
   * called before the process stops, because nobody would be left to end it.
   */
  void endQueueing() {
    if (follows) {
      try {
        submit(new Command.EndQueueing())
            .toCompletableFuture()
            .get(QUEUEING_SECONDS, TimeUnit.SECONDS);
      } catch (TimeoutException | ExecutionException e) {
        LOG.warn("I/O may still wait for paths: not ended within {} s", QUEUEING_SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void post(Event event) {
    core.post(event);
  }

  /** What discovery tells becomes events. */
  private final class Changes implements DiscoveryListener {
    @Override
    public void found(PathFacts facts) {
      post(new Event.PathFound(facts));
    }

    @Override
    public void lost(String name) {
      post(new Event.PathLost(name));
    }

    @Override
    public void overflowed() {
      post(new Event.PathsUncertain());
    }
  }
}
