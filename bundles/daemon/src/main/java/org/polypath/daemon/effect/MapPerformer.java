package org.polypath.daemon.effect;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.polypath.api.map.MapDriver;
import org.polypath.api.map.MapOperation;
import org.polypath.api.map.MapOutcome;
import org.polypath.api.path.Wwid;
import org.polypath.core.effect.Effect.OperateMap;
import org.polypath.core.effect.Effect.ReadMap;
import org.polypath.core.event.Event;
import org.polypath.core.event.Event.MapOperated;
import org.polypath.core.event.Event.MapRead;
import org.polypath.core.event.Event.MapUnreadable;
import org.polypath.core.event.Event.MapsRead;
import org.polypath.core.event.Event.MapsRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works on maps: in order for one map, side by side for several. Only messages do not wait for ever
 * for what was asked for before: a table may have to wait for a disk that hangs, while I/O on the
 * others needs their paths. Called by the core's thread; answers from any.
 */
final class MapPerformer {
  private static final Logger LOG = LoggerFactory.getLogger(MapPerformer.class);

  /** So long a message waits for what is not a message. */
  private static final long PATIENCE_MILLIS = 1000;

  /** So long a table waits for what is to be set on its paths: a disk that hangs keeps it back. */
  private static final long PREPARATION_SECONDS = 5;

  private final MapDriver driver;
  private final Consumer<Event> events;
  private final IntConsumer exit;
  private volatile boolean readOnce;

  /**
   * What was last given for each map that has something under way. Only the core's thread looks.
   */
  private final Map<Wwid, Last> last = new HashMap<>();

  /**
   * What came last, each done when it has ended and everything before it that it waited for.
   *
   * @param message the last message
   * @param other the last of what is not a message
   * @param patience done when that has ended, or has been waited for long enough
   */
  private record Last(
      CompletableFuture<Void> message,
      CompletableFuture<Void> other,
      CompletableFuture<Void> patience) {
    private static final CompletableFuture<Void> DONE = CompletableFuture.completedFuture(null);
    static final Last NOTHING = new Last(DONE, DONE, DONE);

    boolean isDone() {
      return message.isDone() && other.isDone();
    }

    /** What an operation waits for. */
    CompletableFuture<Void> before(MapOperation operation) {
      return CompletableFuture.allOf(message, isMessage(operation) ? patience : other);
    }

    /** When an operation that ends so has come. */
    Last then(MapOperation operation, CompletableFuture<Void> end) {
      return isMessage(operation)
          ? new Last(end, other, patience)
          : new Last(message, end, patient(end));
    }

    private static boolean isMessage(MapOperation operation) {
      return operation instanceof MapOperation.Message;
    }

    private static CompletableFuture<Void> patient(CompletableFuture<Void> end) {
      return end.copy().completeOnTimeout(null, PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  MapPerformer(MapDriver driver, Consumer<Event> events, IntConsumer exit) {
    this.driver = driver;
    this.events = events;
    this.exit = exit;
  }

  /**
   * Begins an operation.
   *
   * @param prepared done when its paths are as they are to be; it is not waited for for ever
   */
  void operate(OperateMap effect, CompletableFuture<Void> prepared) {
    last.values().removeIf(Last::isDone);
    MapOperation operation = effect.operation();
    Last before = last.getOrDefault(effect.wwid(), Last.NOTHING);
    CompletableFuture<Void> end =
        before
            .before(operation)
            .handle((done, problem) -> null)
            .thenCompose(waited -> bounded(prepared))
            .thenCompose(waited -> driver.perform(effect.wwid(), operation))
            .exceptionally(MapPerformer::broken)
            .thenAccept(outcome -> events.accept(ended(effect, outcome)));
    last.put(effect.wwid(), before.then(operation, end));
  }

  private static CompletableFuture<Void> bounded(CompletableFuture<Void> prepared) {
    return prepared.isDone()
        ? prepared
        : prepared.copy().completeOnTimeout(null, PREPARATION_SECONDS, TimeUnit.SECONDS);
  }

  private static Event ended(OperateMap effect, MapOutcome outcome) {
    return new MapOperated(effect.wwid(), effect.number(), effect.operation(), outcome);
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
    events.accept(new MapsRefused(why));
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
