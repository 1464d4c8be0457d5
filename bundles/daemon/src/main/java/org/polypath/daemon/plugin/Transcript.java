package org.polypath.daemon.plugin;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.polypath.api.device.ReadOutcome;
import org.polypath.api.device.ScsiCommand;
import org.polypath.api.device.ScsiOutcome;

/** What a plug-in asked a path, and what it was answered. Any thread may call. */
final class Transcript {
  private record Reading(long offset, int length) {}

  private record Sending(String block, String payload) {
    static Sending of(ScsiCommand command) {
      return new Sending(command.block().hex(), command.payload().hex());
    }
  }

  private final Map<Sending, ScsiOutcome> commands = new ConcurrentHashMap<>();
  private final Map<Reading, ReadOutcome> reads = new ConcurrentHashMap<>();

  void note(ScsiCommand command, ScsiOutcome outcome) {
    commands.put(Sending.of(command), outcome);
  }

  void note(long offset, int length, ReadOutcome outcome) {
    reads.put(new Reading(offset, length), outcome);
  }

  Optional<ScsiOutcome> outcome(ScsiCommand command) {
    return Optional.ofNullable(commands.get(Sending.of(command)));
  }

  Optional<ReadOutcome> outcome(long offset, int length) {
    return Optional.ofNullable(reads.get(new Reading(offset, length)));
  }
}
