package org.polypath.daemon.effect;

import static java.util.stream.Collectors.joining;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.polypath.api.map.MapDriver;
import org.polypath.api.policy.PathGroupingPolicy;
import org.polypath.api.policy.RankedPath;
import org.polypath.core.effect.Effect.PlanMap;
import org.polypath.core.event.Event;
import org.polypath.core.event.Event.MapPlanned;
import org.polypath.daemon.plugin.Computation;
import org.polypath.daemon.plugin.Consultation;
import org.polypath.daemon.plugin.PluginCalls;
import org.polypath.daemon.plugin.PluginRegistry;
import org.polypath.daemon.plugin.ServingPlugin;

/** Asks grouping policy and selector. Called by the core's thread; answers from any. */
final class PlanPerformer {
  /** Both are pure functions, and the kernel looks a module up: far more than they need. */
  private static final Duration DEADLINE = Duration.ofSeconds(5);

  private final PluginRegistry registry;
  private final Consultation consultation;
  private final Consumer<Event> events;
  private final SelectorChoice selectors;

  PlanPerformer(
      PluginRegistry registry, PluginCalls calls, MapDriver driver, Consumer<Event> events) {
    this.registry = registry;
    consultation = new Consultation(calls, DEADLINE);
    this.events = events;
    selectors =
        new SelectorChoice(
            registry::selector, registry::isSelectorKnown, consultation, driver, DEADLINE);
  }

  void plan(PlanMap effect) {
    Optional<ServingPlugin<PathGroupingPolicy>> policy = registry.policy(effect.policy());
    if (policy.isEmpty()) {
      refuse(effect, "there is no path_grouping_policy \"" + effect.policy() + "\" now");
    } else {
      consultation.ask(
          policy.get(),
          new Computation<>(
              effect.wwid().text(), asked -> groups(effect, asked), PlanPerformer::describe),
          groups -> selectors.choose(effect, groups, events::accept),
          fault -> refuse(effect, fault));
    }
  }

  /** The policy is asked about the marginal paths alone: it need not know that there are any. */
  private static List<List<RankedPath>> groups(PlanMap effect, PathGroupingPolicy policy) {
    Map<Boolean, List<RankedPath>> marginal =
        effect.paths().stream()
            .collect(Collectors.partitioningBy(path -> effect.marginal().contains(name(path))));
    List<List<RankedPath>> groups = new ArrayList<>();
    for (List<RankedPath> paths : List.of(marginal.get(false), marginal.get(true))) {
      if (!paths.isEmpty()) {
        groups.addAll(groups(paths, policy));
      }
    }
    return groups;
  }

  /** A policy's answer; nonsense is an exception, which counts as the plug-in's fault. */
  private static List<List<RankedPath>> groups(List<RankedPath> paths, PathGroupingPolicy policy) {
    List<List<RankedPath>> groups = policy.group(paths).stream().map(List::copyOf).toList();
    List<String> members = groups.stream().flatMap(List::stream).map(PlanPerformer::name).toList();
    List<String> given = paths.stream().map(PlanPerformer::name).sorted().toList();
    if (groups.stream().anyMatch(List::isEmpty)
        || !members.stream().sorted().toList().equals(given)) {
      throw new IllegalStateException("grouped " + members + ", was given " + given);
    }
    return groups;
  }

  /** Who goes together, as text. */
  private static String describe(List<List<RankedPath>> groups) {
    return groups.stream()
        .map(group -> group.stream().map(PlanPerformer::name).collect(joining(" ")))
        .collect(joining(" | "));
  }

  static String name(RankedPath path) {
    return path.facts().name();
  }

  private void refuse(PlanMap effect, String fault) {
    events.accept(new MapPlanned(effect.wwid(), effect.number(), Optional.empty(), fault));
  }
}
