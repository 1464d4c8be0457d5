package org.polypath.simulator.san;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.polypath.api.device.Bytes;
import org.polypath.api.device.ScsiOutcome;
import org.polypath.simulator.scsi.Sense;
import org.polypath.simulator.timeline.Timeline;

/**
 * Reads and writes of a LUN over one path, sent again where the kernel's SCSI layer does so by
 * itself: after a unit attention at once, while the array is in transition every now and then.
 */
final class BlockAccess {
  private static final Duration RETRY_PAUSE = Duration.ofMillis(100);
  private static final Duration LEAST = Duration.ofMillis(1);

  private final LogicalUnit unit;
  private final ScsiTarget target;
  private final Exchanges exchanges;
  private final Timeline timeline;

  BlockAccess(LogicalUnit unit, ScsiTarget target, Exchanges exchanges, Timeline timeline) {
    this.unit = unit;
    this.target = target;
    this.exchanges = exchanges;
    this.timeline = timeline;
  }

  /**
   * Sends a request.
   *
   * @param done told what came of it, never before this method returns
   */
  void start(BlockRequest request, Duration timeout, Consumer<ScsiOutcome> done) {
    attempt(request, timeline.now().plus(timeout), done);
  }

  private void attempt(BlockRequest request, Duration end, Consumer<ScsiOutcome> done) {
    Duration left = end.minus(timeline.now());
    exchanges.start(
        left.compareTo(LEAST) < 0 ? LEAST : left,
        () -> carryOut(request),
        outcome -> {
          Optional<Duration> pause = pauseBeforeRetry(outcome);
          if (pause.isPresent() && timeline.now().compareTo(end) < 0) {
            timeline.after(pause.get(), () -> attempt(request, end, done));
          } else {
            done.accept(outcome);
          }
        });
  }

  private static Optional<Duration> pauseBeforeRetry(ScsiOutcome outcome) {
    if (!(outcome instanceof ScsiOutcome.Answered answered) || answered.status() != 2) {
      return Optional.empty();
    }
    Sense sense = Sense.read(answered.sense());
    if (sense.isUnitAttention()) {
      return Optional.of(Duration.ZERO);
    }
    return sense.equals(Sense.TRANSITION) ? Optional.of(RETRY_PAUSE) : Optional.empty();
  }

  private ScsiOutcome carryOut(BlockRequest request) {
    return target.refusal(request.offset(), request.length()).orElseGet(() -> access(request));
  }

  private ScsiOutcome.Answered access(BlockRequest request) {
    if (request.writes()) {
      unit.content().write(request.offset(), request.data().toArray());
      return ScsiOutcome.Answered.good(Bytes.EMPTY);
    }
    return ScsiOutcome.Answered.good(
        Bytes.of(unit.content().read(request.offset(), request.length())));
  }
}
