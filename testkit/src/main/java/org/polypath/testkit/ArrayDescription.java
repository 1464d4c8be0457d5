package org.polypath.testkit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.polypath.api.path.PathState;
import org.polypath.simulator.AccessState;
import org.polypath.simulator.scenario.ScenarioException;
import org.polypath.simulator.scenario.ScenarioReader;

/**
 * A vendor's array as the simulator is to build it, and what is to be seen of its paths. Each
 * method answers a changed copy:
 *
 * <pre>{@code
 * ArrayDescription.asymmetric("ACME", "Vault 3000")
 *     .controller("A", 2)
 *     .controller("B", 2)
 *     .state(AccessState.OPTIMIZED, PathState.UP, 50)
 *     .state(AccessState.STANDBY, PathState.GHOST, 1);
 * }</pre>
 *
 * @param vendor what it answers as vendor, at most 8 characters
 * @param product what it answers as product, at most 16 characters
 * @param kind what makes its controllers differ
 * @param personality what it answers beside the standard, a word of the simulator's README
 * @param controllers names of the controllers, and how many ports each has
 * @param expected what is to be seen of paths, by situation
 */
public record ArrayDescription(
    String vendor,
    String product,
    Kind kind,
    String personality,
    Map<String, Integer> controllers,
    Map<String, Expected> expected) {
  static final String SERVING = "serving";
  static final String OWNER = "owner";
  static final String OTHER = "other";

  /** What makes the controllers of an array differ. */
  public enum Kind {
    /** Nothing: all ports serve all LUNs alike. */
    SYMMETRIC,
    /** Target port groups (ALUA), one a controller. */
    ASYMMETRIC,
    /** Each LUN belongs to one controller; the personality says what the other one answers. */
    OWNED
  }

  /** Copies the maps. */
  public ArrayDescription {
    controllers = Collections.unmodifiableMap(new LinkedHashMap<>(controllers));
    expected = Collections.unmodifiableMap(new LinkedHashMap<>(expected));
  }

  private ArrayDescription(String vendor, String product, Kind kind, String personality) {
    this(vendor, product, kind, personality, Map.of(), Map.of());
  }

  /** An array whose ports all serve alike. */
  public static ArrayDescription symmetric(String vendor, String product) {
    return new ArrayDescription(vendor, product, Kind.SYMMETRIC, "standard");
  }

  /** An array that reports target port groups (ALUA): one of each controller. */
  public static ArrayDescription asymmetric(String vendor, String product) {
    return new ArrayDescription(vendor, product, Kind.ASYMMETRIC, "standard");
  }

  /**
   * An array whose LUNs belong to one controller each.
   *
   * @param personality what the other controllers answer, for instance {@code rdac}
   */
  public static ArrayDescription owned(String vendor, String product, String personality) {
    return new ArrayDescription(vendor, product, Kind.OWNED, personality);
  }

  /** With one more controller. */
  public ArrayDescription controller(String name, int ports) {
    Map<String, Integer> more = new LinkedHashMap<>(controllers);
    more.put(name, ports);
    return new ArrayDescription(vendor, product, kind, personality, more, expected);
  }

  /** What is to be seen of the paths of a symmetric array. */
  public ArrayDescription paths(PathState state, int priority) {
    return expecting(SERVING, state, priority);
  }

  /** What is to be seen of a path whose target port group is in a state. */
  public ArrayDescription state(AccessState access, PathState state, int priority) {
    return expecting(access.word(), state, priority);
  }

  /** What is to be seen of a path to the controller that a LUN belongs to. */
  public ArrayDescription owner(PathState state, int priority) {
    return expecting(OWNER, state, priority);
  }

  /** What is to be seen of a path to another controller than the one that a LUN belongs to. */
  public ArrayDescription other(PathState state, int priority) {
    return expecting(OTHER, state, priority);
  }

  private ArrayDescription expecting(String situation, PathState state, int priority) {
    Map<String, Expected> more = new LinkedHashMap<>(expected);
    more.put(situation, new Expected(state, OptionalInt.of(priority)));
    return new ArrayDescription(vendor, product, kind, personality, controllers, more);
  }

  /** What is to be seen in a situation; empty if the description does not say. */
  Optional<Expected> in(String situation) {
    return Optional.ofNullable(expected.get(situation));
  }

  /** The controllers of all ports, in the order of their target numbers. */
  List<String> controllersOfPorts() {
    List<String> all = new ArrayList<>();
    controllers.forEach((name, ports) -> all.addAll(Collections.nCopies(ports, name)));
    return all;
  }

  /** What is wrong with it; empty if it can be built. */
  Optional<String> complaint() {
    if (controllers.size() < 2) {
      return Optional.of("an array has two controllers at least: one of them is going to fail");
    }
    String needed =
        switch (kind) {
          case SYMMETRIC -> SERVING;
          case ASYMMETRIC -> AccessState.OPTIMIZED.word();
          case OWNED -> OWNER;
        };
    return expected.containsKey(needed)
        ? unbuildable()
        : Optional.of("it does not say what is to be seen of a path that is " + needed);
  }

  /** What the simulator says against it. */
  private Optional<String> unbuildable() {
    try {
      ScenarioReader.read("the described array", Scenario.of(this, 1));
      return Optional.empty();
    } catch (ScenarioException e) {
      return Optional.of(e.getMessage());
    }
  }
}
