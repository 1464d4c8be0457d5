package org.polypath.daemon.effect;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.polypath.api.policy.PathGroupingPolicy;
import org.polypath.api.policy.RankedPath;
import org.polypath.api.selector.PathSelector;
import org.polypath.core.effect.Effect.PlanMap;
import org.polypath.core.event.Event;
import org.polypath.core.event.Event.MapPlanned;
import org.polypath.core.event.Event.Plan;
import org.polypath.daemon.plugin.PluginCalls;
import org.polypath.daemon.plugin.PluginRegistry;
import org.polypath.daemon.plugin.ServingPlugin;

/** Asks grouping policy and selector. Called by the core's thread; answers from any. */
final class PlanPerformer {
  /** Both are pure functions: far more than they need. */
  private static final Duration DEADLINE = Duration.ofSeconds(5);

  private final PluginRegistry registry;
  private final PluginCalls calls;
  private final Consumer<Event> events;

  PlanPerformer(PluginRegistry registry, PluginCalls calls, Consumer<Event> events) {
    this.registry = registry;
    this.calls = calls;
    this.events = events;
  }

  void plan(PlanMap effect) {
    Optional<ServingPlugin<PathGroupingPolicy>> policy = registry.policy(effect.policy());
    Optional<ServingPlugin<PathSelector>> selector = registry.selector(effect.selector());
    if (policy.isEmpty()) {
      refuse(effect, "there is no path_grouping_policy \"" + effect.policy() + "\" now");
    } else if (selector.isEmpty()) {
      refuse(effect, "there is no path_selector \"" + effect.selector() + "\" now");
    } else {
      calls.call(
          policy.get(),
          DEADLINE,
          () -> CompletableFuture.completedFuture(groups(effect, policy.get().service())),
          groups -> select(effect, groups, selector.get()),
          fault -> refuse(effect, fault));
    }
  }

  private void select(
      PlanMap effect, List<List<String>> groups, ServingPlugin<PathSelector> selector) {
    calls.call(
        selector,
        DEADLINE,
        () -> CompletableFuture.completedFuture(plan(effect, groups, selector.service())),
        plan ->
            events.accept(new MapPlanned(effect.wwid(), effect.number(), Optional.of(plan), "")),
        fault -> refuse(effect, fault));
  }

  /** A policy's answer; nonsense is an exception, which counts as the plug-in's fault. */
  private static List<List<String>> groups(PlanMap effect, PathGroupingPolicy policy) {
    List<List<RankedPath>> answer = policy.group(effect.paths());
    List<List<String>> groups = new ArrayList<>();
    List<String> members = new ArrayList<>();
    for (List<RankedPath> group : answer) {
      List<String> names = group.stream().map(path -> path.facts().name()).toList();
      groups.add(names);
      members.addAll(names);
    }
    List<String> given = effect.paths().stream().map(path -> path.facts().name()).sorted().toList();
    if (!members.stream().sorted().toList().equals(given)) {
      throw new IllegalStateException("grouped " + members + ", was given " + given);
    }
    return groups;
  }

  private static Plan plan(PlanMap effect, List<List<String>> groups, PathSelector selector) {
    Map<String, List<String>> arguments = new HashMap<>();
    for (RankedPath path : effect.paths()) {
      arguments.put(path.facts().name(), selector.pathArguments(path, effect.repeatCount()));
    }
    for (List<String> group : groups) {
      if (group.stream().mapToInt(name -> arguments.get(name).size()).distinct().count() > 1) {
        throw new IllegalStateException("paths of one group got different numbers of arguments");
      }
    }
    return new Plan(
        groups,
        selector.kernelName(),
        selector.groupArguments(effect.selectorArguments()),
        arguments);
  }

  private void refuse(PlanMap effect, String fault) {
    events.accept(new MapPlanned(effect.wwid(), effect.number(), Optional.empty(), fault));
  }
}
