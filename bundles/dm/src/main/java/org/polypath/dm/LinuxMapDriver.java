package org.polypath.dm;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.polypath.api.PluginName;
import org.polypath.api.map.KernelDevices;
import org.polypath.api.map.KernelMap;
import org.polypath.api.map.MapDriver;
import org.polypath.api.map.MapDriverException;
import org.polypath.api.map.MapListener;
import org.polypath.api.map.MapOperation;
import org.polypath.api.map.MapOutcome;
import org.polypath.api.map.MapOutcome.Refusal;
import org.polypath.api.map.MapWatch;
import org.polypath.api.map.SelectorSupport;
import org.polypath.api.map.TargetVersion;
import org.polypath.api.path.Wwid;
import org.polypath.dm.library.LinuxHost;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The kernel's device-mapper, through libdevmapper.
 *
 * <p>The library is opened at the first use and not before, so that the bundle costs nothing on a
 * host that does not use it; if it cannot be opened the next use tries again.
 */
@Component(service = MapDriver.class, immediate = true)
@PluginName("linux")
public final class LinuxMapDriver implements MapDriver {
  private static final Logger LOG = LoggerFactory.getLogger(LinuxMapDriver.class);

  private final Host host;
  private final DriverThread thread = new DriverThread();
  private final Set<MapWatch> watches = ConcurrentHashMap.newKeySet();

  /** Belongs to the driver's thread. */
  private Optional<Binding> binding = Optional.empty();

  /** For this host. */
  @Activate
  public LinuxMapDriver() {
    this(new LinuxHost());
  }

  LinuxMapDriver(Host host) {
    this.host = host;
  }

  /** Ends all watches and takes no more operations; gives back what udev has not answered. */
  @Deactivate
  public void close() {
    watches.forEach(MapWatch::close);
    thread.stop(() -> binding.ifPresent(Binding::close));
  }

  @Override
  public CompletionStage<KernelDevices> read() {
    return reading(binding -> binding.reader().read());
  }

  @Override
  public CompletionStage<Optional<KernelMap>> read(String name) {
    return reading(binding -> binding.reader().read(name));
  }

  /**
   * Versions of the kernel's device-mapper as they are now.
   *
   * @return completes exceptionally as {@link #read()}
   */
  public CompletionStage<KernelVersions> versions() {
    return reading(binding -> binding.mapper().versions());
  }

  @Override
  public CompletionStage<SelectorSupport> selector(String kernelName) {
    try {
      return thread
          .compose(() -> opened().selectors().has(kernelName))
          .thenCombine(versions(), LinuxMapDriver::support)
          .exceptionallyCompose(failure -> CompletableFuture.failedFuture(driverFailure(failure)));
    } catch (RejectedExecutionException e) {
      return CompletableFuture.failedFuture(driverFailure(e));
    }
  }

  private static SelectorSupport support(boolean present, KernelVersions versions) {
    TargetVersion target =
        versions
            .multipath()
            .map(version -> new TargetVersion(version.major(), version.minor(), version.patch()))
            .orElse(TargetVersion.OLDEST);
    return new SelectorSupport(present, target);
  }

  @Override
  public CompletionStage<MapOutcome> perform(Wwid wwid, MapOperation operation) {
    CompletableFuture<Void> performed;
    try {
      performed = thread.compose(() -> operation.accept(opened().operations().apply(wwid)));
    } catch (RejectedExecutionException e) {
      performed = CompletableFuture.failedFuture(e);
    }
    return performed.handle(
        (nothing, failure) ->
            failure == null ? new MapOutcome.Done() : refused(operation, failure));
  }

  @Override
  public MapWatch watch(MapListener listener) {
    ControlNode node = host.openControlNode();
    MapCensus census = new MapCensus(() -> opened().mapper());
    try {
      MapWatch watch =
          new MapEvents(node, () -> thread.call(census::changes), listener, watches::remove);
      watches.add(watch);
      return watch;
    } catch (RuntimeException e) {
      node.close();
      throw driverFailure(e);
    }
  }

  private <T> CompletionStage<T> reading(Function<Binding, T> reading) {
    try {
      return thread
          .call(() -> reading.apply(opened()))
          .exceptionallyCompose(failure -> CompletableFuture.failedFuture(driverFailure(failure)));
    } catch (RejectedExecutionException e) {
      return CompletableFuture.failedFuture(driverFailure(e));
    }
  }

  private Binding opened() {
    if (binding.isEmpty()) {
      binding = Optional.of(Binding.open(host, thread));
    }
    return binding.get();
  }

  private MapOutcome refused(MapOperation operation, Throwable failure) {
    Throwable cause = cause(failure);
    if (cause instanceof TaskException task) {
      return task.refused();
    }
    MapDriverException driver = driverFailure(cause);
    if (!(cause instanceof MapDriverException || cause instanceof RejectedExecutionException)) {
      LOG.error("operation failed unexpectedly: operation: {}", operation, cause);
    }
    return new MapOutcome.Refused(Refusal.OTHER, driver.getMessage());
  }

  private static MapDriverException driverFailure(Throwable failure) {
    Throwable cause = cause(failure);
    if (cause instanceof MapDriverException driver) {
      return driver;
    }
    if (cause instanceof RejectedExecutionException) {
      return new MapDriverException(
          "the device-mapper binding is stopped: start its bundle", cause);
    }
    if (cause instanceof TaskException task) {
      return new MapDriverException(task.refused().text(), cause);
    }
    return new MapDriverException("the device-mapper binding failed: " + cause, cause);
  }

  private static Throwable cause(Throwable failure) {
    return failure instanceof CompletionException && failure.getCause() != null
        ? failure.getCause()
        : failure;
  }
}
