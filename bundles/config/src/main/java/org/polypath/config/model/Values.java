package org.polypath.config.model;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.polypath.config.property.Property;

/** What a section sets: at most one value for a property. Immutable. */
public final class Values {
  /** Nothing. */
  public static final Values NONE = new Values(Map.of());

  private final Map<Property<?>, Assigned<?>> assigned;

  private Values(Map<Property<?>, Assigned<?>> assigned) {
    this.assigned = assigned;
  }

  /** The values of lines; of several for one property the last. */
  public static Values of(Collection<Assigned<?>> lines) {
    Map<Property<?>, Assigned<?>> assigned = new LinkedHashMap<>();
    lines.forEach(line -> assigned.put(line.property(), line));
    return new Values(assigned);
  }

  /** The line that sets a property. */
  @SuppressWarnings("unchecked") // the key is the value's own property
  public <T> Optional<Assigned<T>> get(Property<T> property) {
    return Optional.ofNullable((Assigned<T>) assigned.get(property));
  }

  /** The value of a property. */
  public <T> Optional<T> value(Property<T> property) {
    return get(property).map(Assigned::value);
  }

  /** The lines. */
  public Collection<Assigned<?>> all() {
    return assigned.values();
  }

  /** These and later ones, which beat these. */
  public Values merge(Values later) {
    Map<Property<?>, Assigned<?>> merged = new LinkedHashMap<>(assigned);
    merged.putAll(later.assigned);
    return new Values(merged);
  }
}
