package org.polypath.config.property;

import java.util.Set;
import java.util.stream.Stream;
import org.polypath.config.ClosestWord;

/**
 * A grouping policy: one of those that the reference has too, or one that a plug-in brings. A name
 * that is neither is a fault, as with the reference, and the setting before holds.
 */
final class PolicyName implements ValueType<String> {
  static final PolicyName TYPE = new PolicyName();

  private static final Choice<String> OF_THE_REFERENCE =
      Choice.of(
          "failover",
          "multibus",
          "group_by_serial",
          "group_by_prio",
          "group_by_node_name",
          "group_by_tpg");

  private PolicyName() {}

  @Override
  public Reading<String> read(String keyword, String text) {
    return read(keyword, text, Set.of());
  }

  @Override
  public Reading<String> read(String keyword, String text, Set<String> policies) {
    if (OF_THE_REFERENCE.words().containsKey(text) || policies.contains(text)) {
      return Reading.of(text);
    }
    Stream<String> names =
        Stream.concat(OF_THE_REFERENCE.words().keySet().stream(), policies.stream());
    String meant =
        ClosestWord.to(text, names).map(word -> "; did you mean \"" + word + "\"?").orElse("");
    return Reading.invalid(keyword, text, wanted() + "; no plug-in brings this one" + meant);
  }

  @Override
  public String write(String value) {
    return Quoted.of(value);
  }

  @Override
  public String wanted() {
    return OF_THE_REFERENCE.wanted() + ", or a grouping policy that a plug-in brings";
  }
}
