package org.polypath.lab.scenario;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.List;
import org.polypath.lab.bench.Daemon;
import org.polypath.lab.bench.DeviceMapper;
import org.polypath.lab.plugin.CheckTimes;

/**
 * All that must not change while nothing happens: in the kernel the maps' tables and the number of
 * their events; in the daemon the states and priorities of paths and maps, what was counted, and
 * what was decided.
 *
 * @param tables the maps' tables
 * @param events how many events each map had
 * @param decisions the daemon's paths and maps, one a line
 */
record Calm(String tables, String events, List<String> decisions) {
  private static final String REPORT = "-k'polypath \"topology --json\"'";
  private static final List<String> OF_MAP =
      List.of("name", "action", "groups", "statistics", "reasons");
  private static final List<String> OF_PATH =
      List.of("name", "state", "kernel_state", "priority", "failures", "reasons");

  static Calm of(DeviceMapper deviceMapper, Daemon daemon) {
    JsonObject report = report(daemon);
    List<String> decisions = new ArrayList<>();
    add(decisions, report.getAsJsonArray("maps"), OF_MAP);
    add(decisions, report.getAsJsonArray("paths"), OF_PATH);
    return new Calm(deviceMapper.tables(), deviceMapper.events(), decisions);
  }

  private static void add(List<String> lines, JsonArray entries, List<String> members) {
    for (JsonElement entry : entries) {
      JsonObject shown = new JsonObject();
      members.forEach(member -> shown.add(member, entry.getAsJsonObject().get(member)));
      lines.add(shown.toString());
    }
  }

  /** When each path was checked, as the checker of the lab tells it. */
  static List<CheckTimes> checkTimes(Daemon daemon, String phase) {
    List<CheckTimes> times = new ArrayList<>();
    for (JsonElement path : report(daemon).getAsJsonArray("paths")) {
      times.add(CheckTimes.parse(path.getAsJsonObject().get("message").getAsString(), phase));
    }
    return times;
  }

  private static JsonObject report(Daemon daemon) {
    return JsonParser.parseString(daemon.askQuickly(REPORT)).getAsJsonObject();
  }
}
