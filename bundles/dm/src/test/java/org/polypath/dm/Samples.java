package org.polypath.dm;

import java.util.List;
import org.polypath.api.map.MultipathTable;
import org.polypath.api.map.TableGroup;
import org.polypath.api.map.TablePath;
import org.polypath.api.path.DeviceNumber;
import org.polypath.api.path.Wwid;

/** Maps for tests. */
final class Samples {
  static final Wwid WWID = new Wwid("3600a098000a1");
  static final String UUID = "mpath-3600a098000a1";
  static final String PARAMETERS = "0 0 1 1 service-time 0 1 1 8:0 1";
  static final String STATUS = "2 0 0 0 1 1 A 0 1 2 8:0 A 0 0 1";

  private Samples() {}

  static MultipathTable table(long sectors) {
    TablePath path = new TablePath(new DeviceNumber(8, 0), List.of("1"));
    TableGroup group = new TableGroup("service-time", List.of(), List.of(path));
    return new MultipathTable(sectors, List.of(), List.of(), 1, List.of(group));
  }

  static Target target(long sectors) {
    return new Target(0, sectors, Target.MULTIPATH, PARAMETERS);
  }

  static Target linear() {
    return new Target(0, 100, "linear", "254:0 0");
  }
}
