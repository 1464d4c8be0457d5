package org.polypath.simulator.scenario;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.polypath.simulator.AccessState;
import org.polypath.simulator.scsi.Personalities;
import org.polypath.simulator.scsi.Personality;

/** An array while its scenario is being read. */
final class ArrayDraft {
  /** The largest number that flat space addressing has (SAM-5 4.7.7.1): 14 bits. */
  private static final int LARGEST_UNIT = 16383;

  private final String name;
  private final String vendor;
  private final String product;
  private final String revision;
  private final boolean asymmetric;
  private final Personality personality;
  private final Map<Integer, GroupSpec> groups = new TreeMap<>();
  private final Map<Integer, PortSpec> ports = new TreeMap<>();
  private final Map<Long, UnitSpec> units = new TreeMap<>();

  ArrayDraft(ScenarioLine line) {
    line.expect(2, Set.of("vendor", "product", "revision", "kind", "personality"));
    name = line.word(1, "array's name");
    vendor = line.text("vendor", 8);
    product = line.text("product", 16);
    revision = line.text("revision", 4);
    String kind = line.setting("kind");
    asymmetric = kind.equals("alua");
    if (!asymmetric && !kind.equals("active/active")) {
      throw line.error("kind=" + kind + " is none of: active/active, alua");
    }
    String word = line.setting("personality", Personalities.STANDARD);
    personality =
        Personalities.of(word)
            .orElseThrow(
                () -> line.error("personality=" + word + " is none of: " + Personalities.words()));
  }

  void addGroup(ScenarioLine line) {
    line.expect(3, Set.of("state", "preferred"));
    int number = line.number(line.word(2, "group's number"), 0, 65535);
    String state = line.setting("state");
    AccessState access =
        AccessState.of(state)
            .orElseThrow(
                () -> line.error("state=" + state + " is none of: " + AccessState.words()));
    String preferred = line.setting("preferred", "no");
    if (!preferred.equals("yes") && !preferred.equals("no")) {
      throw line.error("preferred=" + preferred + " is none of: yes, no");
    }
    if (!asymmetric) {
      throw line.error("array " + name + " is active/active and has no target port groups");
    }
    if (groups.put(number, new GroupSpec(number, access, preferred.equals("yes"))) != null) {
      throw line.error("group " + number + " of array " + name + " is there already");
    }
  }

  void addPort(ScenarioLine line) {
    line.expect(3, Set.of("controller", "group"));
    String port = line.word(2, "port's name");
    String controller = line.setting("controller");
    int group = asymmetric ? line.number(line.setting("group"), 0, 65535) : 0;
    if (asymmetric && !groups.containsKey(group)) {
      throw line.error("array " + name + " has no group " + group + "; write its line before");
    }
    if (hasPort(port)) {
      throw line.error("port " + port + " of array " + name + " is there already");
    }
    int relative = ports.size() + 1;
    ports.put(relative, new PortSpec(port, controller, group, relative));
  }

  void addUnit(ScenarioLine line) {
    line.expect(3, Set.of("naa", "serial", "size", "owner"));
    long number = line.number(line.word(2, "LUN"), 0, LARGEST_UNIT);
    String naa = line.setting("naa").toLowerCase(Locale.ROOT);
    if (!naa.matches("6[0-9a-f]{31}")) {
      throw line.error("naa=" + naa + " has to have 32 hexadecimal digits, the first of them 6");
    }
    UnitSpec unit =
        new UnitSpec(
            number, naa, line.text("serial", 64), bytes(line, line.setting("size")), owner(line));
    if (units.put(number, unit) != null) {
      throw line.error("LUN " + number + " of array " + name + " is there already");
    }
  }

  /** The controller that is named, or the first one. */
  private String owner(ScenarioLine line) {
    Set<String> controllers =
        ports.values().stream()
            .map(PortSpec::controller)
            .collect(Collectors.toCollection(TreeSet::new));
    String first = controllers.stream().findFirst().orElse("");
    String owner = line.setting("owner", first);
    if (!owner.equals(first) && !controllers.contains(owner)) {
      throw line.error(
          "owner="
              + owner
              + " is none of: "
              + String.join(", ", controllers)
              + "; write the lines of the ports before");
    }
    return owner;
  }

  private static long bytes(ScenarioLine line, String text) {
    try {
      return Quantities.bytes(text);
    } catch (IllegalArgumentException e) {
      throw line.error(e.getMessage());
    }
  }

  boolean hasPort(String port) {
    return ports.values().stream().anyMatch(spec -> spec.name().equals(port));
  }

  ArraySpec finish() {
    Map<Integer, GroupSpec> all =
        asymmetric ? groups : Map.of(0, new GroupSpec(0, AccessState.OPTIMIZED, false));
    return new ArraySpec(
        name,
        vendor,
        product,
        revision,
        asymmetric,
        personality,
        all.values().stream().toList(),
        ports.values().stream().toList(),
        units.values().stream().toList());
  }
}
