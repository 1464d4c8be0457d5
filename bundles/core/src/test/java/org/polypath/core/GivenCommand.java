package org.polypath.core;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.polypath.api.platform.Command;
import org.polypath.api.platform.Command.ReservationMark;
import org.polypath.api.settings.ReservationKey;
import org.polypath.core.FakeKernel.KernelSide;

/** Commands of every kind that people give in the midst of things; none of them ends the daemon. */
final class GivenCommand {
  private static final List<Function<String, Command>> OF_PATHS =
      List.of(
          Command.FailPath::new,
          Command.ReinstatePath::new,
          Command.RemovePath::new,
          path -> new Command.FindPaths(),
          path -> new Command.MarkPath(path, true),
          path -> new Command.MarkPath(path, false));

  private static final List<BiFunction<KernelSide, Integer, Command>> OF_MAPS =
      List.of(
          (map, choice) -> new Command.RemoveMaps(),
          (map, choice) -> new Command.RemoveMap(map.name, OptionalInt.of(choice % 3)),
          (map, choice) -> new Command.RemoveMap(map.wwid.text()),
          (map, choice) -> new Command.AddMap(map.wwid.text()),
          (map, choice) -> new Command.SwitchGroup(map.name, 1 + choice % 3),
          (map, choice) -> new Command.ReloadMap(map.name),
          (map, choice) -> new Command.ResizeMap(map.name),
          (map, choice) -> new Command.RenameMap(map.name),
          (map, choice) -> new Command.Regroup(map.name, choice % 2 == 0 ? "multibus" : "nosuch"),
          (map, choice) -> new Command.SuspendMap(map.name),
          (map, choice) -> new Command.ResumeMap(map.name),
          (map, choice) -> new Command.UnmarkPaths(map.name),
          (map, choice) -> new Command.ResetStatistics(Optional.of(map.name)),
          (map, choice) -> new Command.DisableQueueing(Optional.of(map.name)),
          (map, choice) -> new Command.RestoreQueueing(Optional.empty()),
          (map, choice) -> new Command.ForceQueueing(choice % 2 == 0),
          (map, choice) -> new Command.MarkReservation(map.name, ReservationMark.HELD, true),
          (map, choice) -> new Command.KeepReservationKey(map.name, ReservationKey.parse("0x1")),
          (map, choice) -> new Command.RememberWwid(map.wwid),
          (map, choice) -> new Command.ForgetWwid(map.wwid),
          (map, choice) -> new Command.RememberMaps(),
          (map, choice) -> new Command.EndQueueing());

  private GivenCommand() {}

  /** One about a path. */
  static void aboutPath(FakeHost host, String path, int choice) {
    host.give(OF_PATHS.get(choice % OF_PATHS.size()).apply(path));
  }

  /** One about a map; what is removed by command may stay away. */
  static void aboutMap(FakeHost host, KernelSide map, int choice) {
    Command command = OF_MAPS.get(choice % OF_MAPS.size()).apply(map, choice);
    if (command instanceof Command.RemoveMaps) {
      host.kernel.maps.values().forEach(each -> host.dismissed.add(each.wwid));
    } else if (command instanceof Command.RemoveMap) {
      host.dismissed.add(map.wwid);
    }
    host.give(command);
  }
}
