package org.polypath.config.model;

import org.polypath.config.property.Property;
import org.polypath.config.syntax.Place;

/**
 * A property's value as one line sets it.
 *
 * @param property the property
 * @param value its value
 * @param place the line
 * @param <T> the property's values
 */
public record Assigned<T>(Property<T> property, T value, Place place) {
  /** The value as it stands after the keyword. */
  public String written() {
    return property.type().write(value);
  }
}
