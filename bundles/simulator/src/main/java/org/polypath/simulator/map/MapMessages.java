package org.polypath.simulator.map;

import java.util.List;
import java.util.Locale;
import org.polypath.api.map.MapOutcome.Refusal;
import org.polypath.api.path.DeviceNumber;
import org.polypath.simulator.san.San;

/**
 * Carries out messages to a multipath target (kernel
 * Documentation/admin-guide/device-mapper/dm-mpath.rst); case does not matter.
 */
final class MapMessages {
  private final San san;

  MapMessages(San san) {
    this.san = san;
  }

  void send(MultipathTarget target, String text) throws TableRefusedException {
    List<String> words = List.of(text.strip().toLowerCase(Locale.ROOT).split("\\s+"));
    switch (words.size()) {
      case 1 -> single(target, words.get(0));
      case 2 -> pair(target, words.get(0), words.get(1));
      default ->
          throw invalid(
              "Invalid multipath message arguments. Expected 2 arguments, got " + words.size());
    }
  }

  private static void single(MultipathTarget target, String word) throws TableRefusedException {
    switch (word) {
      case "queue_if_no_path" -> target.queueIfNoPath(true);
      case "fail_if_no_path" -> target.queueIfNoPath(false);
      default -> throw invalid("Invalid multipath message arguments. Expected 2 arguments, got 1.");
    }
  }

  private void pair(MultipathTarget target, String verb, String object)
      throws TableRefusedException {
    switch (verb) {
      case "fail_path" -> paths(target, object).forEach(target::fail);
      case "reinstate_path" -> paths(target, object).forEach(target::reinstate);
      case "switch_group" -> target.switchTo(group(target, object));
      case "enable_group" -> target.bypass(group(target, object), false);
      case "disable_group" -> target.bypass(group(target, object), true);
      default -> throw invalid("Unrecognised multipath message received: " + verb);
    }
  }

  private List<TargetPath> paths(MultipathTarget target, String object)
      throws TableRefusedException {
    DeviceNumber number = DeviceNumber.parse(object).orElseThrow(() -> unavailable(object));
    List<TargetPath> paths = target.paths(number);
    if (paths.isEmpty()) {
      throw san.device(number).isPresent()
          ? invalid("path " + object + " is not in the map")
          : unavailable(object);
    }
    return paths;
  }

  private static TargetGroup group(MultipathTarget target, String object)
      throws TableRefusedException {
    int number = object.matches("[0-9]{1,9}") ? Integer.parseInt(object) : 0;
    return target.group(number).orElseThrow(() -> invalid("invalid PG number supplied: " + object));
  }

  private static TableRefusedException unavailable(String object) {
    return new TableRefusedException(
        Refusal.PATH_UNAVAILABLE, "message: error getting device " + object);
  }

  private static TableRefusedException invalid(String text) {
    return new TableRefusedException(Refusal.INVALID, text);
  }
}
