package org.polypath.simulator.map;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.polypath.api.map.KernelDevices;
import org.polypath.api.map.KernelMap;
import org.polypath.api.map.MapDriver;
import org.polypath.api.map.MapDriverException;
import org.polypath.api.map.MapListener;
import org.polypath.api.map.MapOperation;
import org.polypath.api.map.MapOutcome;
import org.polypath.api.map.MapWatch;
import org.polypath.api.map.SelectorSupport;
import org.polypath.api.path.Wwid;
import org.polypath.simulator.timeline.Relay;
import org.polypath.simulator.timeline.Timeline;
import org.polypath.simulator.timeline.TimelineEndedException;

/** The simulated device-mapper as the platform drives it. */
public final class SimulatedMapDriver implements MapDriver {
  private final DeviceMapper mapper;
  private final Timeline timeline;
  private final Executor answers;

  /**
   * Over a device-mapper.
   *
   * @param answers runs what continues after operations and events, one after the other
   */
  public SimulatedMapDriver(DeviceMapper mapper, Timeline timeline, Executor answers) {
    this.mapper = mapper;
    this.timeline = timeline;
    this.answers = answers;
  }

  @Override
  public CompletionStage<KernelDevices> read() {
    return answer(mapper::read);
  }

  @Override
  public CompletionStage<Optional<KernelMap>> read(String name) {
    return answer(() -> mapper.map(name).map(SimulatedMap::snapshot));
  }

  @Override
  public CompletionStage<SelectorSupport> selector(String kernelName) {
    return answer(() -> mapper.selector(kernelName));
  }

  private <T> CompletionStage<T> answer(Supplier<T> question) {
    try {
      T result = timeline.ask(question);
      CompletableFuture<T> future = new CompletableFuture<>();
      answers.execute(() -> future.complete(result));
      return future;
    } catch (TimelineEndedException e) {
      return CompletableFuture.failedFuture(new MapDriverException(e.getMessage(), e));
    }
  }

  @Override
  public CompletionStage<MapOutcome> perform(Wwid wwid, MapOperation operation) {
    CompletableFuture<MapOutcome> future = new CompletableFuture<>();
    Consumer<MapOutcome> done = outcome -> answers.execute(() -> future.complete(outcome));
    try {
      timeline.tell(() -> mapper.perform(wwid, operation, done));
    } catch (TimelineEndedException e) {
      future.complete(new MapOutcome.Refused(MapOutcome.Refusal.OTHER, e.getMessage()));
    }
    return future;
  }

  @Override
  public MapWatch watch(MapListener listener) {
    Relay<MapListener> relay = new Relay<>(listener, answers);
    Consumer<String> forwarding = name -> relay.tell(to -> to.changed(name));
    timeline.tell(() -> mapper.add(forwarding));
    return () -> {
      relay.close();
      timeline.tellIfRunning(() -> mapper.remove(forwarding));
    };
  }
}
