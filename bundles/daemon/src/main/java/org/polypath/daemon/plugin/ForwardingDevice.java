package org.polypath.daemon.plugin;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.polypath.api.device.PathDevice;
import org.polypath.api.device.ReadOutcome;
import org.polypath.api.device.ScsiCommand;
import org.polypath.api.device.ScsiOutcome;
import org.polypath.api.path.DeviceState;
import org.polypath.api.path.PathFacts;

/** A path that is another one's front; what stands between is in the classes that extend this. */
public abstract class ForwardingDevice implements PathDevice {
  private final PathDevice device;

  /** In front of a path. */
  protected ForwardingDevice(PathDevice device) {
    this.device = device;
  }

  /**
   * What every command goes through, shared or not: here, nothing.
   *
   * @param command the command
   * @param send sends it
   */
  protected CompletionStage<ScsiOutcome> scsi(
      ScsiCommand command, Supplier<CompletionStage<ScsiOutcome>> send) {
    return send.get();
  }

  @Override
  public PathFacts facts() {
    return device.facts();
  }

  @Override
  public CompletionStage<ScsiOutcome> send(ScsiCommand command) {
    return scsi(command, () -> device.send(command));
  }

  @Override
  public CompletionStage<ScsiOutcome> sendShared(ScsiCommand command) {
    return scsi(command, () -> device.sendShared(command));
  }

  @Override
  public CompletionStage<ReadOutcome> read(long offset, int length, Duration timeout) {
    return device.read(offset, length, timeout);
  }

  @Override
  public Optional<String> attribute(String name) {
    return device.attribute(name);
  }

  @Override
  public DeviceState state() {
    return device.state();
  }
}
