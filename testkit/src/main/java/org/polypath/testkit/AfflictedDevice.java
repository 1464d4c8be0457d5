package org.polypath.testkit;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.polypath.api.device.PathDevice;
import org.polypath.api.device.ReadOutcome;
import org.polypath.api.device.ScsiCommand;
import org.polypath.api.device.ScsiOutcome;
import org.polypath.api.path.DeviceState;
import org.polypath.api.path.PathFacts;

/** A path of the array with something wrong on the way of its commands. */
final class AfflictedDevice implements PathDevice {
  private final PathDevice device;
  private final Function<ScsiCommand, CompletionStage<ScsiOutcome>> way;
  private final IntFunction<CompletionStage<ReadOutcome>> reads;
  private boolean asked;

  AfflictedDevice(
      PathDevice device,
      Function<ScsiCommand, CompletionStage<ScsiOutcome>> way,
      IntFunction<CompletionStage<ReadOutcome>> reads) {
    this.device = device;
    this.way = way;
    this.reads = reads;
  }

  /** Whether a command or read was sent. */
  synchronized boolean wasAsked() {
    return asked;
  }

  private synchronized void note() {
    asked = true;
  }

  @Override
  public PathFacts facts() {
    return device.facts();
  }

  @Override
  public CompletionStage<ScsiOutcome> send(ScsiCommand command) {
    note();
    return way.apply(command);
  }

  @Override
  public CompletionStage<ReadOutcome> read(long offset, int length, Duration timeout) {
    note();
    return reads.apply(length);
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
