package org.polypath.daemon.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.polypath.api.map.KernelDevices;
import org.polypath.api.map.KernelMap;
import org.polypath.api.map.MapDriver;
import org.polypath.api.map.MapListener;
import org.polypath.api.map.MapOperation;
import org.polypath.api.map.MapOperation.Message;
import org.polypath.api.map.MapOperation.Resume;
import org.polypath.api.map.MapOperation.Suspend;
import org.polypath.api.map.MapOutcome;
import org.polypath.api.map.MapWatch;
import org.polypath.api.map.SelectorSupport;
import org.polypath.api.path.Wwid;
import org.polypath.core.effect.Effect.OperateMap;
import org.polypath.core.event.Event;
import org.polypath.core.event.Event.MapOperated;

class MapPerformerTest {
  private static final Wwid WWID = new Wwid("3600a098000a1");
  private static final MapOperation SUSPEND = new Suspend("mpatha", true);
  private static final MapOperation RESUME = new Resume("mpatha");
  private static final MapOperation FAIL = new Message("mpatha", "fail_path 8:0");
  private static final MapOperation REINSTATE = new Message("mpatha", "reinstate_path 8:0");

  private final Kernel kernel = new Kernel();
  private final List<Event> events = new CopyOnWriteArrayList<>();
  private final MapPerformer maps = new MapPerformer(kernel, events::add, status -> {});
  private long number;

  @Test
  void whatIsDoneToOneMapIsDoneInOrder() {
    operate(SUSPEND);
    operate(FAIL);
    operate(REINSTATE);
    operate(RESUME);
    assertThat(kernel.begun).containsExactly(SUSPEND);
    kernel.end(SUSPEND);
    assertThat(kernel.begun).containsExactly(SUSPEND, FAIL);
    kernel.end(FAIL);
    kernel.end(REINSTATE);
    kernel.end(RESUME);
    assertThat(kernel.begun).containsExactly(SUSPEND, FAIL, REINSTATE, RESUME);
    assertThat(events)
        .extracting(event -> ((MapOperated) event).operation())
        .containsExactly(SUSPEND, FAIL, REINSTATE, RESUME);
  }

  @Test
  void anOperationWaitsForItsPathsAndNotForEver() {
    CompletableFuture<Void> prepared = new CompletableFuture<>();
    operate(SUSPEND, prepared);
    operate(RESUME, new CompletableFuture<>());
    assertThat(kernel.begun).isEmpty();
    prepared.complete(null);
    assertThat(kernel.begun).containsExactly(SUSPEND);
    kernel.end(SUSPEND);
    await().atMost(Duration.ofSeconds(60)).until(() -> kernel.begun.contains(RESUME));
  }

  @Test
  void messagesDoNotWaitForWhatHangs() {
    operate(SUSPEND);
    operate(FAIL);
    operate(REINSTATE);
    await().atMost(Duration.ofSeconds(30)).until(() -> kernel.begun.contains(FAIL));
    assertThat(kernel.begun).doesNotContain(REINSTATE);
    kernel.end(FAIL);
    assertThat(kernel.begun).containsExactly(SUSPEND, FAIL, REINSTATE);
    operate(RESUME);
    kernel.end(REINSTATE);
    assertThat(kernel.begun).doesNotContain(RESUME);
    kernel.end(SUSPEND);
    assertThat(kernel.begun).endsWith(RESUME);
  }

  private void operate(MapOperation operation) {
    operate(operation, CompletableFuture.completedFuture(null));
  }

  private void operate(MapOperation operation, CompletableFuture<Void> prepared) {
    maps.operate(new OperateMap(WWID, ++number, operation), prepared);
  }

  /** A device-mapper that does nothing before it is told to. */
  private static final class Kernel implements MapDriver {
    final List<MapOperation> begun = new CopyOnWriteArrayList<>();
    private final Map<MapOperation, CompletableFuture<MapOutcome>> ends = new ConcurrentHashMap<>();

    void end(MapOperation operation) {
      outcome(operation).complete(new MapOutcome.Done());
    }

    private CompletableFuture<MapOutcome> outcome(MapOperation operation) {
      return ends.computeIfAbsent(operation, begins -> new CompletableFuture<>());
    }

    @Override
    public CompletionStage<MapOutcome> perform(Wwid wwid, MapOperation operation) {
      begun.add(operation);
      return outcome(operation);
    }

    @Override
    public CompletionStage<KernelDevices> read() {
      throw new AssertionError("nobody asks");
    }

    @Override
    public CompletionStage<Optional<KernelMap>> read(String name) {
      throw new AssertionError("nobody asks");
    }

    @Override
    public CompletionStage<SelectorSupport> selector(String kernelName) {
      throw new AssertionError("nobody asks");
    }

    @Override
    public MapWatch watch(MapListener listener) {
      throw new AssertionError("nobody asks");
    }
  }
}
