package org.polypath.daemon;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.polypath.api.discovery.DiscoveryException;
import org.polypath.api.discovery.PathDiscovery;
import org.polypath.api.map.MapDriver;
import org.polypath.api.map.MapDriverException;
import org.polypath.api.platform.Command;
import org.polypath.api.platform.CommandResult;
import org.polypath.api.platform.Platform;
import org.polypath.api.topology.Topology;
import org.polypath.daemon.plugin.PluginRegistry;
import org.polypath.daemon.state.NameStores;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The platform as a service. It is there at once; it runs once its discovery and its driver have
 * come.
 */
@Component(immediate = true, service = Platform.class)
public final class PlatformComponent implements Platform {
  private static final Logger LOG = LoggerFactory.getLogger(PlatformComponent.class);

  private final Properties properties;
  private final Bundle framework;
  private final PluginRegistry registry;
  private final Contributions contributions;
  private final NameStores stores;
  private final ServiceManager manager;
  private final IntConsumer exit;
  private final List<Consumer<Topology>> early = new CopyOnWriteArrayList<>();
  private volatile Optional<RunningPlatform> running = Optional.empty();

  /** Waits for discovery and driver, and starts on them. */
  @Activate
  public PlatformComponent(
      BundleContext context,
      @Reference PluginRegistry registry,
      @Reference Contributions contributions,
      @Reference NameStores stores,
      @Reference Sources sources,
      @Reference ServiceManager manager,
      @Reference(target = "(polypath.exit=true)") IntConsumer exit) {
    this.properties = Properties.of(context);
    this.framework = context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION);
    this.registry = registry;
    this.contributions = contributions;
    this.stores = stores;
    this.manager = manager;
    this.exit = exit;
    sources.await(
        properties.source(),
        new Sources.Receiver() {
          @Override
          public void take(PathDiscovery discovery, MapDriver driver) {
            start(discovery, driver);
          }

          @Override
          public void release() {
            PlatformComponent.this.release();
          }
        });
  }

  @Override
  public Topology topology() {
    return running.map(RunningPlatform::topology).orElse(Topology.EMPTY);
  }

  @Override
  public CompletionStage<CommandResult> submit(Command command) {
    return running
        .map(platform -> platform.submit(command))
        .orElseGet(
            () ->
                CompletableFuture.completedFuture(CommandResult.failed("the daemon is starting")));
  }

  @Override
  public Subscription subscribe(Consumer<Topology> listener) {
    synchronized (early) {
      if (running.isPresent()) {
        return running.get().subscribe(listener)::run;
      }
      early.add(listener);
    }
    return () -> {
      early.remove(listener);
    };
  }

  /** The whole process stops, or only this bundle: to be replaced by another version of it. */
  @Deactivate
  void stop() {
    if (framework.getState() == Bundle.STOPPING) {
      running.ifPresent(RunningPlatform::endQueueing);
    }
    release();
  }

  private void release() {
    running.ifPresent(RunningPlatform::close);
    running = Optional.empty();
  }

  private void start(PathDiscovery discovery, MapDriver driver) {
    try {
      RunningPlatform platform =
          new RunningPlatform(properties, discovery, driver, registry, contributions, stores, exit);
      if (properties.follows()) {
        platform.supervise(manager::tell);
      }
      synchronized (early) {
        running = Optional.of(platform);
        platform.subscribe(topology -> early.forEach(listener -> listener.accept(topology)));
      }
    } catch (DiscoveryException | MapDriverException e) {
      LOG.error("cannot start: {}", e.getMessage());
      exit.accept(1);
    } catch (RuntimeException | LinkageError e) {
      // who only sees the process would take it for a daemon that looks after its maps
      LOG.error("cannot start: what it runs on broke", e);
      exit.accept(1);
    }
  }
}
