package org.polypath.daemon.plugin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.polypath.api.checker.PathChecker;
import org.polypath.api.platform.PluginDirectory.Plugin;
import org.polypath.api.policy.PathGroupingPolicy;
import org.polypath.api.prioritizer.Prioritizer;
import org.polypath.api.selector.PathSelector;

/**
 * The plug-ins that serve, by kind and name. They come and go at any time; whoever needs one looks
 * it up for one call and keeps nothing.
 */
@Component(immediate = true, service = PluginRegistry.class)
public final class PluginRegistry {
  private final PluginTable<PathChecker> checkers;
  private final PluginTable<Prioritizer> prioritizers;
  private final PluginTable<PathGroupingPolicy> policies;
  private final PluginTable<PathSelector> selectors;

  /** Starts with trials that nobody else looks at. */
  public PluginRegistry() {
    this(new Trials());
  }

  /** Starts empty. */
  @Activate
  public PluginRegistry(@Reference Trials trials) {
    checkers = new PluginTable<>("checker", trials);
    prioritizers = new PluginTable<>("prioritizer", trials);
    policies = new PluginTable<>("policy", trials);
    selectors = new PluginTable<>("selector", trials);
  }

  /** The checker of a name. */
  public Optional<ServingPlugin<PathChecker>> checker(String name) {
    return checkers.serving(name);
  }

  /** Whether a checker of this name serves, or has served before. */
  public boolean isCheckerKnown(String name) {
    return checkers.isKnown(name);
  }

  /** The prioritizer of a name. */
  public Optional<ServingPlugin<Prioritizer>> prioritizer(String name) {
    return prioritizers.serving(name);
  }

  /** The grouping policy of a name. */
  public Optional<ServingPlugin<PathGroupingPolicy>> policy(String name) {
    return policies.serving(name);
  }

  /** The names of the grouping policies that serve, or have served before. */
  public Set<String> knownPolicies() {
    return policies.known();
  }

  /** The selector of a name. */
  public Optional<ServingPlugin<PathSelector>> selector(String name) {
    return selectors.serving(name);
  }

  /** Whether a selector of this name serves, or has served before. */
  public boolean isSelectorKnown(String name) {
    return selectors.isKnown(name);
  }

  /**
   * Tells when a grouping policy or selector came, went, or took another's place, and when a
   * checker or prioritizer came whose name nobody had: what was decided with the ones before, or
   * without one, may be otherwise now.
   *
   * @param listener called by whatever thread brings that about; returns at once
   * @return ends it when run
   */
  public Runnable watch(Runnable listener) {
    List<Runnable> ends =
        List.of(
            policies.watch(listener),
            selectors.watch(listener),
            checkers.watchComing(listener),
            prioritizers.watchComing(listener));
    return () -> ends.forEach(Runnable::run);
  }

  /** The plug-ins by kind and name; of several with one name the serving one comes first. */
  public List<Plugin> plugins() {
    List<Plugin> all = new ArrayList<>();
    List.of(checkers, prioritizers, policies, selectors).forEach(table -> all.addAll(table.list()));
    return List.copyOf(all);
  }

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void bindChecker(PathChecker checker, ServiceReference<PathChecker> reference) {
    add(checkers, checker, reference);
  }

  void unbindChecker(PathChecker checker, Map<String, Object> properties) {
    checkers.remove(checker);
  }

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void bindPrioritizer(Prioritizer prioritizer, ServiceReference<Prioritizer> reference) {
    add(prioritizers, prioritizer, reference);
  }

  void unbindPrioritizer(Prioritizer prioritizer, Map<String, Object> properties) {
    prioritizers.remove(prioritizer);
  }

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void bindPolicy(PathGroupingPolicy policy, ServiceReference<PathGroupingPolicy> reference) {
    add(policies, policy, reference);
  }

  void unbindPolicy(PathGroupingPolicy policy, Map<String, Object> properties) {
    policies.remove(policy);
  }

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void bindSelector(PathSelector selector, ServiceReference<PathSelector> reference) {
    add(selectors, selector, reference);
  }

  void unbindSelector(PathSelector selector, Map<String, Object> properties) {
    selectors.remove(selector);
  }

  private static <T> void add(PluginTable<T> table, T service, ServiceReference<T> reference) {
    Bundle bundle = reference.getBundle();
    PluginNeeds needs =
        Optional.ofNullable(bundle.getHeaders().get(PluginNeeds.HEADER))
            .map(PluginNeeds::of)
            .orElse(PluginNeeds.UNDECLARED);
    for (String name : PluginNames.of(reference::getProperty)) {
      table.add(
          new ServingPlugin<>(
              service,
              new PluginIdentity(
                  table.kind(),
                  name,
                  bundle.getSymbolicName(),
                  bundle.getVersion().toString(),
                  bundle.getBundleId()),
              needs));
    }
  }
}
