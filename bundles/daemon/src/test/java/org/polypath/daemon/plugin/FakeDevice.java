package org.polypath.daemon.plugin;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.polypath.api.device.Bytes;
import org.polypath.api.device.PathDevice;
import org.polypath.api.device.ReadOutcome;
import org.polypath.api.device.ScsiCommand;
import org.polypath.api.device.ScsiOutcome;
import org.polypath.api.path.DeviceNumber;
import org.polypath.api.path.DeviceState;
import org.polypath.api.path.PathFacts;

/** A path that answers as a test says, and keeps what was sent. */
final class FakeDevice implements PathDevice {
  final List<ScsiCommand> sent = new ArrayList<>();
  Function<ScsiCommand, CompletionStage<ScsiOutcome>> answer =
      command -> CompletableFuture.completedStage(ScsiOutcome.Answered.good(Bytes.of(sent.size())));
  private final String name;

  FakeDevice(String name) {
    this.name = name;
  }

  @Override
  public PathFacts facts() {
    return PathFacts.named(name, new DeviceNumber(8, 0)).build();
  }

  @Override
  public CompletionStage<ScsiOutcome> send(ScsiCommand command) {
    synchronized (sent) {
      sent.add(command);
    }
    return answer.apply(command);
  }

  @Override
  public CompletionStage<ReadOutcome> read(long offset, int length, Duration timeout) {
    return CompletableFuture.completedStage(new ReadOutcome.Completed(Bytes.EMPTY));
  }

  @Override
  public Optional<String> attribute(String attribute) {
    return Optional.of(attribute);
  }

  @Override
  public DeviceState state() {
    return DeviceState.RUNNING;
  }
}
