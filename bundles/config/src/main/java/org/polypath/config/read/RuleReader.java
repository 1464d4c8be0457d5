package org.polypath.config.read;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.polypath.config.model.Assigned;
import org.polypath.config.model.DeviceRule;
import org.polypath.config.model.Rule;
import org.polypath.config.model.RuleSet;
import org.polypath.config.model.Values;
import org.polypath.config.property.EntryProperties;
import org.polypath.config.property.Property;
import org.polypath.config.regex.ExtendedExpression;
import org.polypath.config.syntax.Place;

/** Makes rules from the lines of a blacklist. */
public final class RuleReader {
  private RuleReader() {}

  static RuleSet rules(Body body) {
    List<Rule> rules =
        body.lines().stream()
            .flatMap(
                line ->
                    rule(line.property().keyword(), (String) line.value(), line.place()).stream())
            .toList();
    return new RuleSet(rules, body.children().stream().flatMap(RuleReader::device).toList());
  }

  private static Stream<DeviceRule> device(Body body) {
    Values values = Values.of(body.lines());
    Optional<Rule> vendor = rule(values, EntryProperties.LISTED_VENDOR);
    Optional<Rule> product = rule(values, EntryProperties.LISTED_PRODUCT);
    return vendor.isEmpty() && product.isEmpty()
        ? Stream.empty()
        : Stream.of(new DeviceRule(vendor, product, body.place()));
  }

  private static Optional<Rule> rule(Values values, Property<String> property) {
    return values.get(property).flatMap(RuleReader::rule);
  }

  private static Optional<Rule> rule(Assigned<String> line) {
    return rule(line.property().keyword(), line.value(), line.place());
  }

  /** A rule; empty if the expression is invalid. */
  public static Optional<Rule> rule(String keyword, String text, Place place) {
    return ExtendedExpression.compileRule(text)
        .fold(
            expression -> Optional.of(new Rule(keyword, text, expression, place)),
            problem -> Optional.<Rule>empty());
  }
}
