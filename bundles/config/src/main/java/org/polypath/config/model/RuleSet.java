package org.polypath.config.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * The rules of a blacklist, or of the exceptions to it. No two say the same.
 *
 * @param rules those about texts, in the order read
 * @param devices those about hardware, in the order read
 */
public record RuleSet(List<Rule> rules, List<DeviceRule> devices) {
  /** No rules. */
  public static final RuleSet NONE = new RuleSet(List.of(), List.of());

  /** Copies the lists. */
  public RuleSet {
    rules = List.copyOf(rules);
    devices = List.copyOf(devices);
  }

  /** The rules about a thing. */
  public List<Rule> about(String keyword) {
    return rules.stream().filter(rule -> rule.keyword().equals(keyword)).toList();
  }

  /** These rules and others after them. */
  public RuleSet and(RuleSet others) {
    return new RuleSet(
        join(rules, others.rules, Rule::says), join(devices, others.devices, DeviceRule::says));
  }

  private static <R> List<R> join(List<R> first, List<R> second, BiPredicate<R, R> same) {
    List<R> joined = new ArrayList<>(first);
    for (R rule : second) {
      if (joined.stream().noneMatch(known -> same.test(known, rule))) {
        joined.add(rule);
      }
    }
    return joined;
  }
}
