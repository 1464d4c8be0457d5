package org.polypath.config.model;

import java.util.List;
import java.util.Optional;
import org.polypath.api.path.PathFacts;
import org.polypath.config.property.EntryProperties;
import org.polypath.config.property.Property;
import org.polypath.config.regex.ExtendedExpression;
import org.polypath.config.syntax.Place;

/** A hardware entry: vendor, product and revision it is for, and what it sets. */
public final class DeviceEntry {
  private final Values values;
  private final Place place;
  private final Optional<ExtendedExpression> vendor;
  private final Optional<ExtendedExpression> product;
  private final Optional<ExtendedExpression> revision;
  private final boolean anyRevision;

  /**
   * An entry.
   *
   * @param values what it sets; vendor and product among it
   * @param place where it begins
   */
  public DeviceEntry(Values values, Place place) {
    this.values = values;
    this.place = place;
    vendor = expression(EntryProperties.VENDOR);
    product = expression(EntryProperties.PRODUCT);
    revision = expression(EntryProperties.REVISION);
    anyRevision = values.get(EntryProperties.REVISION).isEmpty();
  }

  private Optional<ExtendedExpression> expression(Property<String> property) {
    return values
        .value(property)
        .flatMap(
            text ->
                ExtendedExpression.compile(text)
                    .fold(Optional::of, problem -> Optional.<ExtendedExpression>empty()));
  }

  /** What it sets. */
  public Values values() {
    return values;
  }

  /** Where it begins. */
  public Place place() {
    return place;
  }

  /** Whether it is for a path's hardware. An invalid expression matches nothing. */
  public boolean matches(PathFacts path) {
    return vendor.map(expression -> expression.matches(path.vendor())).orElse(false)
        && product.map(expression -> expression.matches(path.product())).orElse(false)
        && revision.map(expression -> expression.matches(path.revision())).orElse(anyRevision);
  }

  /** What it is for as written: two entries with the same are for the same hardware. */
  public List<Optional<String>> hardware() {
    return List.of(
        values.value(EntryProperties.VENDOR),
        values.value(EntryProperties.PRODUCT),
        values.value(EntryProperties.REVISION));
  }

  /** This and a later one for the same hardware, which beats this one. */
  public DeviceEntry merge(DeviceEntry later) {
    return new DeviceEntry(values.merge(later.values), later.place);
  }
}
