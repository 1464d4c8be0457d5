package org.polypath.config.property;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every property there is, in the order in which they are printed. */
public final class PropertyTable {
  /** Other words for a keyword. */
  static final Map<String, String> SYNONYMS = Map.of("checker", "path_checker");

  private static final List<Property<?>> ALL =
      Stream.<List<Property<?>>>of(
              Order.SETTINGS, Order.ENTRIES, Order.RULES, RetiredProperties.ALL)
          .flatMap(List::stream)
          .toList();

  private static final Map<Section, Map<String, Property<?>>> BY_SECTION =
      Stream.of(Section.values())
          .collect(
              Collectors.toUnmodifiableMap(
                  section -> section,
                  section ->
                      ALL.stream()
                          .filter(property -> property.isIn(section))
                          .collect(
                              Collectors.toUnmodifiableMap(
                                  Property::keyword, property -> property))));

  private PropertyTable() {}

  /** Every property. */
  public static List<Property<?>> all() {
    return ALL;
  }

  /** Those of a section, in the order in which they are printed. */
  public static List<Property<?>> of(Section section) {
    return ALL.stream().filter(property -> property.isIn(section)).toList();
  }

  /** Those that may be printed: not the retired ones. */
  public static List<Property<?>> current(Section section) {
    return of(section).stream()
        .filter(property -> !RetiredProperties.ALL.contains(property))
        .toList();
  }

  /** What a word means in a section. */
  public static Optional<Property<?>> find(Section section, String keyword) {
    return Optional.ofNullable(
        BY_SECTION.get(section).get(SYNONYMS.getOrDefault(keyword, keyword)));
  }

  /** The words of a section, its sections' names included. */
  public static Stream<String> words(Section section) {
    return Stream.concat(
        BY_SECTION.get(section).keySet().stream(),
        section.children().stream().map(Section::keyword));
  }
}
