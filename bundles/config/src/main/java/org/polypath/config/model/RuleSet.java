package org.polypath.config.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

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
        join(rules, others.rules, rule -> List.of(rule.keyword(), rule.text())),
        join(devices, others.devices, DeviceRule::texts));
  }

  private static <R> List<R> join(List<R> first, List<R> second, Function<R, List<String>> says) {
    Map<List<String>, R> joined = new LinkedHashMap<>();
    first.forEach(rule -> joined.putIfAbsent(says.apply(rule), rule));
    second.forEach(rule -> joined.putIfAbsent(says.apply(rule), rule));
    return List.copyOf(joined.values());
  }
}
