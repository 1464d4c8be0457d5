package org.polypath.daemon.effect;

import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.polypath.api.device.PathDevice;
import org.polypath.api.device.ScsiCommand;
import org.polypath.api.device.ScsiOutcome;
import org.polypath.daemon.plugin.ForwardingDevice;

/** A path whose shared commands go another way. */
final class SharingDevice extends ForwardingDevice {
  private final Function<ScsiCommand, CompletionStage<ScsiOutcome>> shared;

  SharingDevice(PathDevice device, Function<ScsiCommand, CompletionStage<ScsiOutcome>> shared) {
    super(device);
    this.shared = shared;
  }

  @Override
  public CompletionStage<ScsiOutcome> sendShared(ScsiCommand command) {
    return shared.apply(command);
  }
}
