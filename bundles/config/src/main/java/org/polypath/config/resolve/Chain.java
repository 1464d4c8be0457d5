package org.polypath.config.resolve;

import java.util.List;
import java.util.Optional;
import org.polypath.api.settings.Origin;
import org.polypath.api.settings.Setting;
import org.polypath.config.model.Values;
import org.polypath.config.property.Property;

/**
 * Where a property is looked up, strong places first. A property that no section may hold is not
 * found there, so one chain serves all properties.
 *
 * @param links the places
 */
public record Chain(List<Link> links) {
  /** Copies the links. */
  public Chain {
    links = List.copyOf(links);
  }

  /**
   * One place.
   *
   * @param kind which part of the configuration
   * @param values what it sets
   */
  public record Link(Origin.Kind kind, Values values) {}

  /** What is configured for a property. */
  public <T> Optional<Setting<T>> configured(Property<T> property) {
    for (Link link : links) {
      Optional<Setting<T>> found =
          link.values()
              .get(property)
              .map(
                  line ->
                      new Setting<>(line.value(), new Origin(link.kind(), line.place().text())));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** What is configured for a property, else what is built in. */
  public <T> Setting<T> setting(Property<T> property) {
    return configured(property)
        .orElseGet(
            () ->
                Setting.builtIn(
                    property
                        .builtIn()
                        .orElseThrow(
                            () ->
                                new IllegalArgumentException(
                                    "nothing is built in for " + property.keyword()))));
  }
}
