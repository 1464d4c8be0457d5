package org.polypath.config.model;

import java.util.List;
import java.util.Optional;
import org.polypath.api.path.PathFacts;
import org.polypath.config.syntax.Place;

/**
 * A rule of a blacklist about hardware.
 *
 * @param vendor about the vendor; empty: any
 * @param product about the product; empty: any
 * @param place where it begins
 */
public record DeviceRule(Optional<Rule> vendor, Optional<Rule> product, Place place) {
  /** Whether it is for a path's hardware. */
  public boolean matches(PathFacts path) {
    return vendor.map(rule -> rule.expression().matches(path.vendor())).orElse(true)
        && product.map(rule -> rule.expression().matches(path.product())).orElse(true);
  }

  /** For people: the rule and where it stands. */
  public String describe() {
    return "device " + expressions() + " (" + place.text() + ")";
  }

  /** The expressions as written, {@code VENDOR:PRODUCT}; {@code *} where there is none. */
  public String expressions() {
    return vendor.map(Rule::text).orElse("*") + ":" + product.map(Rule::text).orElse("*");
  }

  /** The expressions; empty text where there is none: two rules with the same say the same. */
  List<String> texts() {
    return List.of(vendor.map(Rule::text).orElse(""), product.map(Rule::text).orElse(""));
  }
}
