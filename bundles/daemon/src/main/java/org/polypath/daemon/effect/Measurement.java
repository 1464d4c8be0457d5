package org.polypath.daemon.effect;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.polypath.api.device.DeviceFailure;
import org.polypath.api.device.PathDevice;
import org.polypath.api.device.ReadOutcome;
import org.polypath.api.discovery.PathDiscovery;
import org.polypath.core.effect.Effect.MeasurePath;
import org.polypath.core.event.Event;
import org.polypath.core.event.Event.PathMeasured;

/**
 * Reads from a path for some time and counts what fails: ten times a second a burst of 32 reads,
 * one after the other.
 */
final class Measurement {
  private static final int BURST = 32;

  /** What is to be done in the next tenth of a second. */
  static final Executor NEXT_BURST = CompletableFuture.delayedExecutor(100, TimeUnit.MILLISECONDS);

  private static final int LENGTH = 4096;
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final PathDiscovery discovery;
  private final Executor later;
  private final LongSupplier nanoTime;
  private final Consumer<Event> events;

  Measurement(
      PathDiscovery discovery, Executor later, LongSupplier nanoTime, Consumer<Event> events) {
    this.discovery = discovery;
    this.later = later;
    this.nanoTime = nanoTime;
    this.events = events;
  }

  void perform(MeasurePath effect) {
    try {
      new Run(effect).burst();
    } catch (RuntimeException e) {
      // there is no such device any more: nothing could be read
      events.accept(new PathMeasured(effect.path().name(), effect.number(), 0, 0));
    }
  }

  /** One measurement. Its steps follow each other, on whatever thread a read ends. */
  private final class Run {
    private final MeasurePath effect;
    private final PathDevice device;
    private final long end;
    private long reads;
    private long errors;

    Run(MeasurePath effect) {
      this.effect = effect;
      this.device = discovery.device(effect.path());
      this.end = nanoTime.getAsLong() + TimeUnit.SECONDS.toNanos(effect.seconds());
    }

    void burst() {
      if (nanoTime.getAsLong() >= end) {
        events.accept(new PathMeasured(effect.path().name(), effect.number(), reads, errors));
      } else {
        read(BURST);
      }
    }

    private void read(int left) {
      if (left == 0) {
        later.execute(this::burst);
        return;
      }
      begin()
          .whenComplete(
              (outcome, failure) -> {
                boolean asked = failure == null ? count(outcome) : countFailure();
                read(asked ? left - 1 : 0);
              });
    }

    private CompletionStage<ReadOutcome> begin() {
      try {
        return device.read(0, LENGTH, TIMEOUT);
      } catch (RuntimeException e) {
        return CompletableFuture.failedStage(e);
      }
    }

    private boolean countFailure() {
      reads++;
      errors++;
      return true;
    }

    /** A read that was never made, since another is under way, says nothing about the path. */
    private boolean count(ReadOutcome outcome) {
      boolean busy = outcome.fold(done -> false, failed -> failed.failure() == DeviceFailure.BUSY);
      if (!busy) {
        reads++;
        errors += outcome.fold(done -> 0, failed -> 1);
      }
      return !busy;
    }
  }
}
