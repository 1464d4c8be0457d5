package org.polypath.control.text;

import java.util.List;
import org.polypath.api.topology.GroupSnapshot;

/** Maps as the JSON of {@code show maps json}, format version 0.1 of multipath-tools. */
public final class MapsJson {
  private static final List<Field<MapRow>> MAP =
      List.of(
          text("name", 'n', MapWildcards.ALL),
          text("uuid", 'w', MapWildcards.ALL),
          text("sysfs", 'd', MapWildcards.ALL),
          text("failback", 'F', MapWildcards.ALL),
          text("queueing", 'Q', MapWildcards.ALL),
          number("paths", 'N', MapWildcards.ALL),
          text("write_prot", 'r', MapWildcards.ALL),
          text("dm_st", 't', MapWildcards.ALL),
          text("features", 'f', MapWildcards.ALL),
          text("hwhandler", 'h', MapWildcards.ALL),
          text("action", 'A', MapWildcards.ALL),
          number("path_faults", '0', MapWildcards.ALL),
          text("vend", 'v', MapWildcards.ALL),
          text("prod", 'p', MapWildcards.ALL),
          text("rev", 'e', MapWildcards.ALL),
          number("switch_grp", '1', MapWildcards.ALL),
          number("map_loads", '2', MapWildcards.ALL),
          number("total_q_time", '3', MapWildcards.ALL),
          number("q_timeouts", '4', MapWildcards.ALL));

  private static final List<Field<GroupSnapshot>> GROUP =
      List.of(
          text("selector", 's', GroupWildcards.ALL),
          number("pri", 'p', GroupWildcards.ALL),
          text("dm_st", 't', GroupWildcards.ALL),
          text("marginal_st", 'M', GroupWildcards.ALL));

  private static final List<Field<PathRow>> PATH =
      List.of(
          text("dev", 'd', PathWildcards.ALL),
          text("dev_t", 'D', PathWildcards.ALL),
          text("dm_st", 't', PathWildcards.ALL),
          text("dev_st", 'o', PathWildcards.ALL),
          text("chk_st", 'T', PathWildcards.ALL),
          text("checker", 'c', PathWildcards.ALL),
          number("pri", 'p', PathWildcards.ALL),
          text("host_wwnn", 'N', PathWildcards.ALL),
          text("target_wwnn", 'n', PathWildcards.ALL),
          text("host_wwpn", 'R', PathWildcards.ALL),
          text("target_wwpn", 'r', PathWildcards.ALL),
          text("host_adapter", 'a', PathWildcards.ALL),
          text("lun_hex", 'L', PathWildcards.ALL),
          text("marginal_st", 'M', PathWildcards.ALL));

  private MapsJson() {}

  /** One document with all the maps given. */
  public static String ofAll(List<MapRow> maps) {
    JsonText json = head().beginArray("maps");
    for (MapRow map : maps) {
      json.nextObject();
      members(json, map);
      json.endObject();
    }
    return json.endArray().end();
  }

  /** One document with one map. */
  public static String of(MapRow map) {
    JsonText json = head().beginObject("map");
    members(json, map);
    return json.endObject().end();
  }

  private static JsonText head() {
    return new JsonText().begin().version("major_version", 0).version("minor_version", 1);
  }

  private static void members(JsonText json, MapRow row) {
    MAP.forEach(field -> field.write(json, row));
    json.beginArray("path_groups");
    List<GroupSnapshot> groups = row.map().groups();
    for (int i = 0; i < groups.size(); i++) {
      json.nextObject();
      GroupSnapshot group = groups.get(i);
      GROUP.forEach(field -> field.write(json, group));
      json.number("group", Integer.toString(i + 1));
      json.beginArray("paths");
      for (PathRow path : row.paths(group)) {
        json.nextObject();
        PATH.forEach(field -> field.write(json, path));
        json.endObject();
      }
      json.endArray().endObject();
    }
    json.endArray();
  }

  private static <T> Field<T> text(String name, char letter, List<Wildcard<T>> wildcards) {
    return new Field<>(name, Wildcard.find(wildcards, letter).orElseThrow(), false);
  }

  private static <T> Field<T> number(String name, char letter, List<Wildcard<T>> wildcards) {
    return new Field<>(name, Wildcard.find(wildcards, letter).orElseThrow(), true);
  }

  private record Field<T>(String name, Wildcard<T> wildcard, boolean number) {
    void write(JsonText json, T row) {
      String value = wildcard.value().apply(row);
      if (number) {
        json.number(name, value);
      } else {
        json.text(name, value);
      }
    }
  }
}
