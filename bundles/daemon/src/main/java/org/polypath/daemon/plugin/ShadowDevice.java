package org.polypath.daemon.plugin;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.polypath.api.device.DeviceFailure;
import org.polypath.api.device.PathDevice;
import org.polypath.api.device.ReadOutcome;
import org.polypath.api.device.ScsiCommand;
import org.polypath.api.device.ScsiOutcome;

/**
 * The path as a plug-in on trial gets it: what the serving one asked has the answer that it got, so
 * that both judge by the same; other commands are sent, unless they carry data to the device, until
 * the serving one's answer is handed on.
 */
final class ShadowDevice extends ForwardingDevice {
  private final Transcript transcript;
  private int underWay;
  private boolean closed;
  private boolean refused;
  private boolean dataRefused;
  private Optional<Runnable> quiet = Optional.empty();

  ShadowDevice(PathDevice device, Transcript transcript) {
    super(device);
    this.transcript = transcript;
  }

  @Override
  public CompletionStage<ReadOutcome> read(long offset, int length, Duration timeout) {
    Optional<ReadOutcome> known = transcript.outcome(offset, length);
    if (known.isPresent()) {
      return CompletableFuture.completedStage(known.get());
    }
    return begins(false)
        ? ended(() -> super.read(offset, length, timeout))
        : CompletableFuture.completedStage(
            new ReadOutcome.Failed(DeviceFailure.BUSY, refusal("a read")));
  }

  @Override
  protected CompletionStage<ScsiOutcome> scsi(
      ScsiCommand command, Supplier<CompletionStage<ScsiOutcome>> send) {
    Optional<ScsiOutcome> known = transcript.outcome(command);
    if (known.isPresent()) {
      return CompletableFuture.completedStage(known.get());
    }
    return begins(command.payload().length() > 0)
        ? ended(send)
        : CompletableFuture.completedStage(
            new ScsiOutcome.NotSent(DeviceFailure.BUSY, refusal("a command")));
  }

  private String refusal(String what) {
    return what + " of a plug-in on trial was not sent to " + facts().name();
  }

  private synchronized boolean begins(boolean carriesData) {
    if (closed || carriesData) {
      refused = true;
      dataRefused = dataRefused || carriesData;
      return false;
    }
    underWay++;
    return true;
  }

  /** Sends, and notes when it is over: a device that fails in whatever way is over, too. */
  private <X> CompletionStage<X> ended(Supplier<CompletionStage<X>> send) {
    return CompletableFuture.completedStage(send)
        .thenCompose(Supplier::get)
        .whenComplete((outcome, failure) -> end().ifPresent(Runnable::run));
  }

  private synchronized Optional<Runnable> end() {
    underWay--;
    Optional<Runnable> next = underWay == 0 ? quiet : Optional.empty();
    if (next.isPresent()) {
      quiet = Optional.empty();
    }
    return next;
  }

  /** Whether something was not sent: the answer says nothing then. */
  synchronized boolean wasRefused() {
    return refused;
  }

  /** Whether what was not sent carries data to the device: it never is. */
  synchronized boolean wasDataRefused() {
    return dataRefused;
  }

  /** Sends nothing any more, and runs something once nothing is under way. */
  void whenQuiet(Runnable next) {
    if (isQuiet(next)) {
      next.run();
    }
  }

  private synchronized boolean isQuiet(Runnable next) {
    closed = true;
    if (underWay > 0) {
      quiet = Optional.of(next);
    }
    return underWay == 0;
  }
}
