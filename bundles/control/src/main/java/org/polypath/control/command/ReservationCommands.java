package org.polypath.control.command;

import static org.polypath.control.command.ControlCommand.change;
import static org.polypath.control.command.Keyword.GET_PR_HOLD;
import static org.polypath.control.command.Keyword.GET_PR_KEY;
import static org.polypath.control.command.Keyword.GET_PR_STATUS;
import static org.polypath.control.command.Keyword.KEY;
import static org.polypath.control.command.Keyword.MAP;
import static org.polypath.control.command.Keyword.PATH_LIST;
import static org.polypath.control.command.Keyword.SET_PR_HOLD;
import static org.polypath.control.command.Keyword.SET_PR_KEY;
import static org.polypath.control.command.Keyword.SET_PR_STATUS;
import static org.polypath.control.command.Keyword.UNSET_PR_HOLD;
import static org.polypath.control.command.Keyword.UNSET_PR_KEY;
import static org.polypath.control.command.Keyword.UNSET_PR_STATUS;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.polypath.api.platform.Command;
import org.polypath.api.platform.Command.ReservationMark;
import org.polypath.api.platform.Platform;
import org.polypath.api.settings.ReservationKey;
import org.polypath.api.topology.MapSnapshot;
import org.polypath.api.topology.Reservation;

/**
 * The commands by which {@code mpathpersist} keeps what it knows of persistent reservations. Their
 * answers are the reference's: a flag is one digit without a newline.
 */
final class ReservationCommands {
  static final List<ControlCommand> READ =
      List.of(
          get(reservation -> flag(reservation.registered()), GET_PR_STATUS),
          get(reservation -> flag(reservation.held()), GET_PR_HOLD),
          get(ReservationCommands::key, GET_PR_KEY));

  static final List<ControlCommand> CHANGE =
      List.of(
          mark(ReservationMark.REGISTERED, true, SET_PR_STATUS, MAP),
          mark(ReservationMark.REGISTERED, true, SET_PR_STATUS, MAP, PATH_LIST),
          mark(ReservationMark.REGISTERED, false, UNSET_PR_STATUS, MAP),
          mark(ReservationMark.HELD, true, SET_PR_HOLD, MAP),
          mark(ReservationMark.HELD, false, UNSET_PR_HOLD, MAP),
          change(ReservationCommands::keepKey, SET_PR_KEY, MAP, KEY),
          change(
              line -> new Command.KeepReservationKey(line.parameter(MAP), Optional.empty()),
              UNSET_PR_KEY,
              MAP));

  private ReservationCommands() {}

  /** Unlike what is shown, keys are for administrators alone. */
  private static ControlCommand get(Function<Reservation, String> text, Keyword verb) {
    return change(
        (platform, line) ->
            CompletableFuture.completedStage(
                platform
                    .topology()
                    .map(line.parameter(MAP))
                    .map(MapSnapshot::reservation)
                    .map(text)
                    .orElseGet(() -> ControlCommand.failed("device not found"))),
        verb,
        MAP);
  }

  private static String flag(boolean set) {
    return set ? "1" : "0";
  }

  private static String key(Reservation reservation) {
    return reservation.key().map(ReservationKey::text).orElse("none") + "\n";
  }

  private static ControlCommand mark(ReservationMark mark, boolean holds, Keyword... keywords) {
    return change(line -> new Command.MarkReservation(line.parameter(MAP), mark, holds), keywords);
  }

  private static CompletionStage<String> keepKey(Platform platform, CommandLine line) {
    Optional<ReservationKey> key = ReservationKey.parse(line.parameter(KEY));
    if (key.isEmpty()) {
      String text = "no reservation key: " + line.parameter(KEY);
      return CompletableFuture.completedStage(ControlCommand.failed(text));
    }
    return platform
        .submit(new Command.KeepReservationKey(line.parameter(MAP), key))
        .thenApply(ControlCommand::reply);
  }
}
