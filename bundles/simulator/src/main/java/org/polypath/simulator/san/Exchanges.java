package org.polypath.simulator.san;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.polypath.api.device.DeviceFailure;
import org.polypath.api.device.ScsiOutcome;
import org.polypath.simulator.timeline.Timeline;

/**
 * The commands under way on one path: each arrives after the path's delay, is answered then, or
 * waits while the path hangs, until its timeout; a path that is lost loses them at once.
 */
final class Exchanges {
  private static final Duration LATENCY = Duration.ofMillis(1);

  /** What a path is like for commands. */
  interface Way {
    /** Why no command gets over it now; empty if one does. */
    Optional<ScsiOutcome> obstacle();

    boolean isHung();

    Duration delay();

    String name();
  }

  private final Timeline timeline;
  private final Way way;
  private final Set<Exchange> underWay = new LinkedHashSet<>();

  Exchanges(Timeline timeline, Way way) {
    this.timeline = timeline;
    this.way = way;
  }

  /**
   * Sends a command.
   *
   * @param answer the target's answer, asked for at the moment of arrival, or never
   * @param done told what came of it, never before this method returns
   */
  void start(Duration timeout, Supplier<ScsiOutcome> answer, Consumer<ScsiOutcome> done) {
    Exchange exchange = new Exchange(answer, done);
    underWay.add(exchange);
    exchange.arrival = timeline.after(LATENCY.plus(way.delay()), exchange::arrive);
    exchange.expiry = timeline.after(timeout, () -> exchange.expire(timeout));
  }

  /** Looks again at all commands after the path has changed. */
  void recheck() {
    List.copyOf(underWay).forEach(Exchange::recheck);
  }

  private final class Exchange {
    private final Supplier<ScsiOutcome> answer;
    private final Consumer<ScsiOutcome> done;
    private Timeline.Alarm arrival = () -> {};
    private Timeline.Alarm expiry = () -> {};
    private boolean arrived;

    Exchange(Supplier<ScsiOutcome> answer, Consumer<ScsiOutcome> done) {
      this.answer = answer;
      this.done = done;
    }

    void arrive() {
      arrived = true;
      recheck();
    }

    void recheck() {
      Optional<ScsiOutcome> obstacle = way.obstacle();
      if (obstacle.isPresent()) {
        finish(obstacle.get());
      } else if (arrived && !way.isHung()) {
        finish(answer.get());
      }
    }

    void expire(Duration timeout) {
      finish(
          new ScsiOutcome.NotSent(
              DeviceFailure.TIMED_OUT,
              way.name() + ": no answer within " + timeout.toMillis() + " ms"));
    }

    private void finish(ScsiOutcome outcome) {
      if (underWay.remove(this)) {
        arrival.cancel();
        expiry.cancel();
        done.accept(outcome);
      }
    }
  }
}
