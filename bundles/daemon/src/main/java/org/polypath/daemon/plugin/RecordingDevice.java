package org.polypath.daemon.plugin;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.polypath.api.device.PathDevice;
import org.polypath.api.device.ReadOutcome;
import org.polypath.api.device.ScsiCommand;
import org.polypath.api.device.ScsiOutcome;

/** A path of which every answer is written down. */
final class RecordingDevice extends ForwardingDevice {
  private final Transcript transcript;

  RecordingDevice(PathDevice device, Transcript transcript) {
    super(device);
    this.transcript = transcript;
  }

  @Override
  public CompletionStage<ReadOutcome> read(long offset, int length, Duration timeout) {
    return super.read(offset, length, timeout)
        .thenApply(
            outcome -> {
              transcript.note(offset, length, outcome);
              return outcome;
            });
  }

  @Override
  protected CompletionStage<ScsiOutcome> scsi(
      ScsiCommand command, Supplier<CompletionStage<ScsiOutcome>> send) {
    return super.scsi(command, send)
        .thenApply(
            outcome -> {
              transcript.note(command, outcome);
              return outcome;
            });
  }
}
