package org.polypath.config.resolve;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.polypath.api.settings.BlacklistRule;
import org.polypath.api.settings.BlacklistRule.Criterion;
import org.polypath.config.model.DeviceRule;
import org.polypath.config.model.Rule;
import org.polypath.config.model.RuleSet;

/** Rules for those who list them. */
public final class ListedRules {
  private ListedRules() {}

  /**
   * The rules in force.
   *
   * @param all all of them
   * @param configured those of a blacklist or its exceptions in a file
   */
  public static List<BlacklistRule> of(RuleSet all, RuleSet configured) {
    return Stream.concat(
            all.rules().stream().map(rule -> text(rule, configured.rules().contains(rule))),
            all.devices().stream().map(rule -> device(rule, configured.devices().contains(rule))))
        .toList();
  }

  private static BlacklistRule text(Rule rule, boolean configured) {
    Criterion criterion = Criterion.valueOf(rule.keyword().toUpperCase(Locale.ROOT));
    return new BlacklistRule(criterion, rule.text(), configured);
  }

  private static BlacklistRule device(DeviceRule rule, boolean configured) {
    return new BlacklistRule(Criterion.DEVICE, rule.expressions(), configured);
  }
}
