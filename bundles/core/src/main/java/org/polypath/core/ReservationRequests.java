package org.polypath.core;

import java.util.Optional;
import java.util.function.Consumer;
import org.polypath.api.platform.Command;
import org.polypath.api.platform.CommandResult;
import org.polypath.core.effect.Effect.Answer;
import org.polypath.core.effect.Effect.KeepReservationKey;

/** What is said of maps' persistent reservations; it is kept, and nothing is registered by it. */
final class ReservationRequests {
  /** The setting that says that keys are in the prkeys file. */
  static final String IN_FILE = "file";

  private final Workspace work;

  ReservationRequests(Workspace work) {
    this.work = work;
  }

  /** The configured key, or {@link #IN_FILE}; empty if neither is. */
  static Optional<String> configuredKey(MapEntry map) {
    return map.settings
        .flatMap(settings -> settings.reservation().key())
        .map(setting -> setting.value());
  }

  /** Keeps a mark. */
  void mark(long number, Command.MarkReservation command) {
    withMap(
        number,
        command.map(),
        map -> {
          if (command.holds()) {
            map.reservationMarks.add(command.mark());
          } else {
            map.reservationMarks.remove(command.mark());
          }
          answer(number, CommandResult.OK);
        });
  }

  /** Keeps a key, or none. */
  void keepKey(long number, Command.KeepReservationKey command) {
    withMap(
        number,
        command.map(),
        map -> {
          if (command.key().isPresent() && !configuredKey(map).equals(Optional.of(IN_FILE))) {
            String text = "reservation_key of " + map.shownName() + " is not \"file\"";
            answer(number, CommandResult.failed(text + ": its key is not kept"));
            return;
          }
          work.state.reservationKeys.remove(map.wwid);
          command.key().ifPresent(key -> work.state.reservationKeys.put(map.wwid, key));
          work.emit(new KeepReservationKey(map.wwid, command.key()));
          answer(number, CommandResult.OK);
        });
  }

  private void withMap(long number, String designation, Consumer<MapEntry> action) {
    new MapRequests(work)
        .find(designation)
        .ifPresentOrElse(
            action, () -> answer(number, CommandResult.failed("map not found: " + designation)));
  }

  private void answer(long number, CommandResult result) {
    work.emit(new Answer(number, result));
  }
}
