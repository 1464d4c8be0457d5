package org.polypath.core;

import java.util.Optional;
import org.polypath.api.platform.Command;
import org.polypath.api.platform.CommandResult;
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
    new NamedMaps(work)
        .with(
            number,
            command.map(),
            map -> {
              if (command.holds()) {
                map.reservationMarks.add(command.mark());
              } else {
                map.reservationMarks.remove(command.mark());
              }
              work.answer(number, CommandResult.OK);
            });
  }

  /** Keeps a key, or none. */
  void keepKey(long number, Command.KeepReservationKey command) {
    new NamedMaps(work)
        .with(
            number,
            command.map(),
            map -> {
              if (command.key().isPresent() && !configuredKey(map).equals(Optional.of(IN_FILE))) {
                String text = "reservation_key of " + map.shownName() + " is not \"file\"";
                work.answer(number, CommandResult.failed(text + ": its key is not kept"));
                return;
              }
              work.state.reservationKeys.remove(map.wwid);
              command.key().ifPresent(key -> work.state.reservationKeys.put(map.wwid, key));
              work.emit(new KeepReservationKey(map.wwid, command.key()));
              work.answer(number, CommandResult.OK);
            });
  }
}
