package org.polypath.simulator.san;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.polypath.api.device.DeviceFailure;
import org.polypath.api.device.PathDevice;
import org.polypath.api.device.ReadOutcome;
import org.polypath.api.device.ScsiCommand;
import org.polypath.api.device.ScsiOutcome;
import org.polypath.api.path.DeviceState;
import org.polypath.api.path.PathFacts;
import org.polypath.simulator.timeline.Timeline;
import org.polypath.simulator.timeline.TimelineEndedException;

/** A path as plug-ins see it. Answers come on a thread that carries no I/O. */
final class SimulatedDevice implements PathDevice {
  private final PathFacts facts;
  private final San san;
  private final Timeline timeline;
  private final Executor answers;

  SimulatedDevice(PathFacts facts, San san, Timeline timeline, Executor answers) {
    this.facts = facts;
    this.san = san;
    this.timeline = timeline;
    this.answers = answers;
  }

  @Override
  public PathFacts facts() {
    return facts;
  }

  @Override
  public CompletionStage<ScsiOutcome> send(ScsiCommand command) {
    return request(
        (path, done) -> path.send(command, done),
        text -> new ScsiOutcome.NotSent(DeviceFailure.NO_DEVICE, text));
  }

  @Override
  public CompletionStage<ReadOutcome> read(long offset, int length, Duration timeout) {
    return request(
        (path, done) -> path.read(offset, length, timeout, done),
        text -> new ReadOutcome.Failed(DeviceFailure.NO_DEVICE, text));
  }

  private <T> CompletionStage<T> request(
      BiConsumer<SimulatedPath, Consumer<T>> request, Function<String, T> missing) {
    CompletableFuture<T> future = new CompletableFuture<>();
    Consumer<T> done = outcome -> answers.execute(() -> future.complete(outcome));
    try {
      timeline.tell(
          () ->
              san.device(facts.name())
                  .ifPresentOrElse(
                      path -> request.accept(path, done),
                      () -> done.accept(missing.apply(facts.name() + ": no such device"))));
    } catch (TimelineEndedException e) {
      future.complete(missing.apply(facts.name() + ": " + e.getMessage()));
    }
    return future;
  }

  @Override
  public Optional<String> attribute(String name) {
    return ask(path -> new FactsOfPath(path).attribute(name));
  }

  @Override
  public DeviceState state() {
    return ask(path -> Optional.of(path.state())).orElse(DeviceState.GONE);
  }

  private <T> Optional<T> ask(Function<SimulatedPath, Optional<T>> question) {
    try {
      return timeline.ask(() -> san.device(facts.name()).flatMap(question));
    } catch (TimelineEndedException e) {
      return Optional.empty();
    }
  }
}
