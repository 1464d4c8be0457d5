package org.polypath.core;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.polypath.api.policy.RankedPath;
import org.polypath.core.effect.Effect;
import org.polypath.core.event.Event;
import org.polypath.core.event.Plan;

/** Path grouping policies as far as the core's tests need them. */
final class FakePolicies {
  private FakePolicies() {}

  /**
   * What the policy answers.
   *
   * @param away whether there is none just now
   */
  static Event planned(Effect.PlanMap effect, boolean away) {
    if (away || effect.policy().equals("nosuch")) {
      String fault = "there is no path_grouping_policy \"" + effect.policy() + "\" now";
      return new Event.MapPlanned(effect.wwid(), effect.number(), Optional.empty(), fault);
    }
    Map<String, List<String>> groups = new LinkedHashMap<>();
    Map<String, List<String>> arguments = new TreeMap<>();
    for (RankedPath path : effect.paths()) {
      groups.computeIfAbsent(key(effect, path), k -> new ArrayList<>()).add(path.facts().name());
      arguments.put(path.facts().name(), List.of(Integer.toString(effect.repeatCount())));
    }
    Plan plan =
        new Plan(
            List.copyOf(groups.values()), effect.selector(), effect.selectorArguments(), arguments);
    return new Event.MapPlanned(effect.wwid(), effect.number(), Optional.of(plan), "");
  }

  private static String key(Effect.PlanMap effect, RankedPath path) {
    String key =
        switch (effect.policy()) {
          case "failover" -> path.facts().name();
          case "multibus" -> "";
          default -> path.priority().toString();
        };
    return effect.marginal().contains(path.facts().name()) ? "marginal " + key : key;
  }
}
