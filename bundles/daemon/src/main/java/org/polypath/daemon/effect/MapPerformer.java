package org.polypath.daemon.effect;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.polypath.api.map.MapDriver;
import org.polypath.api.map.MapOutcome;
import org.polypath.api.path.Wwid;
import org.polypath.core.effect.Effect.OperateMap;
import org.polypath.core.effect.Effect.ReadMap;
import org.polypath.core.event.Event;
import org.polypath.core.event.Event.LoadRefused;
import org.polypath.core.event.Event.MapOperated;
import org.polypath.core.event.Event.MapRead;
import org.polypath.core.event.Event.MapUnreadable;
import org.polypath.core.event.Event.MapsRead;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works on maps: in order for one map, side by side for several. Called by the core's thread;
 * answers from any.
 */
final class MapPerformer {
  private static final Logger LOG = LoggerFactory.getLogger(MapPerformer.class);

  private final MapDriver driver;
  private final Consumer<Event> events;
  private final IntConsumer exit;
  private volatile boolean readOnce;

  /** The last operation given for each map that has one under way. Only the core's thread looks. */
  private final Map<Wwid, CompletionStage<?>> last = new HashMap<>();

  MapPerformer(MapDriver driver, Consumer<Event> events, IntConsumer exit) {
    this.driver = driver;
    this.events = events;
    this.exit = exit;
  }

  void operate(OperateMap effect) {
    last.values().removeIf(stage -> stage.toCompletableFuture().isDone());
    CompletionStage<?> before =
        last.getOrDefault(effect.wwid(), CompletableFuture.completedFuture(null));
    CompletionStage<MapOutcome> outcome =
        before
            .handle((done, problem) -> null)
            .thenCompose(ignored -> driver.perform(effect.wwid(), effect.operation()))
            .exceptionally(MapPerformer::broken);
    last.put(
        effect.wwid(),
        outcome.thenAccept(
            result ->
                events.accept(
                    new MapOperated(effect.wwid(), effect.number(), effect.operation(), result))));
  }

  void read(ReadMap effect) {
    driver
        .read(effect.name())
        .whenComplete(
            (map, problem) -> {
              if (problem == null) {
                events.accept(new MapRead(effect.name(), map));
              } else {
                LOG.warn("map could not be read; map: {}, cause: {}", effect.name(), text(problem));
                events.accept(new MapUnreadable(effect.name()));
              }
            });
  }

  void readAll() {
    driver
        .read()
        .whenComplete(
            (devices, problem) -> {
              if (problem == null) {
                readOnce = true;
                events.accept(new MapsRead(devices));
              } else {
                notRead(text(problem));
              }
            });
  }

  /** Without a device-mapper from the start there is nothing to do here. */
  private void notRead(String why) {
    if (readOnce) {
      LOG.error("maps cannot be listed: {}", why);
    } else {
      LOG.error("cannot start: {}", why);
      exit.accept(1);
    }
    events.accept(new LoadRefused(why));
  }

  private static MapOutcome broken(Throwable problem) {
    return new MapOutcome.Refused(MapOutcome.Refusal.OTHER, "dm binding failed: " + text(problem));
  }

  private static String text(Throwable problem) {
    Throwable cause =
        problem instanceof CompletionException && problem.getCause() != null
            ? problem.getCause()
            : problem;
    return cause.getMessage() == null ? cause.toString() : cause.getMessage();
  }
}
