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
 * The path as a plug-in gets it: within its budget, no more than it declared, and with the
 * plug-in's own code never on a thread of the device.
 */
final class GuardedDevice extends ForwardingDevice {
  private final ServingPlugin<?> plugin;
  private final CallBudget budget;
  private final PluginThreads threads;

  GuardedDevice(
      PathDevice device, ServingPlugin<?> plugin, CallBudget budget, PluginThreads threads) {
    super(device);
    this.plugin = plugin;
    this.budget = budget;
    this.threads = threads;
  }

  @Override
  public CompletionStage<ReadOutcome> read(long offset, int length, Duration timeout) {
    Optional<String> refusal =
        plugin.needs().objectionToRead().flatMap(budget::refuse).or(() -> budget.spend(length));
    return refusal.isPresent()
        ? CompletableFuture.completedStage(
            new ReadOutcome.Failed(DeviceFailure.NO_PERMISSION, refusal(refusal.get())))
        : onItsThread(super.read(offset, length, timeout));
  }

  @Override
  public Optional<String> attribute(String name) {
    Optional<String> refusal = plugin.needs().objectionTo(name).flatMap(budget::refuse);
    return refusal.isPresent() ? Optional.empty() : super.attribute(name);
  }

  @Override
  protected CompletionStage<ScsiOutcome> scsi(
      ScsiCommand command, Supplier<CompletionStage<ScsiOutcome>> send) {
    Optional<String> refusal =
        plugin
            .needs()
            .objectionTo(command.block())
            .flatMap(budget::refuse)
            .or(() -> budget.spend(command.responseLength() + command.payload().length()));
    return refusal.isPresent()
        ? CompletableFuture.completedStage(
            new ScsiOutcome.NotSent(DeviceFailure.NO_PERMISSION, refusal(refusal.get())))
        : onItsThread(send.get());
  }

  private String refusal(String why) {
    return plugin.identity() + " on " + facts().name() + ": " + why;
  }

  private <X> CompletionStage<X> onItsThread(CompletionStage<X> outcome) {
    CompletableFuture<X> handed = new CompletableFuture<>();
    outcome.whenComplete(
        (value, failure) -> threads.run(plugin, () -> hand(handed, value, failure)));
    return handed;
  }

  private static <X> void hand(CompletableFuture<X> handed, X value, Throwable failure) {
    if (failure == null) {
      handed.complete(value);
    } else {
      handed.completeExceptionally(failure);
    }
  }
}
