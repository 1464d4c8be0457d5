package org.polypath.config.read;

import java.util.List;
import java.util.stream.Stream;
import org.polypath.api.settings.UnknownKeywordException;
import org.polypath.config.property.Property;
import org.polypath.config.property.PropertyTable;
import org.polypath.config.property.Section;

/** The keywords whose values can be asked for, whatever section they stand in. */
public final class Keywords {
  /** Every keyword of a path, a map or the daemon stands in one of them. */
  private static final List<Section> SECTIONS =
      List.of(Section.DEFAULTS, Section.DEVICE, Section.MULTIPATH);

  private Keywords() {}

  /**
   * The property of a keyword.
   *
   * @throws UnknownKeywordException if there is none
   */
  public static Property<?> find(String keyword) {
    return SECTIONS.stream()
        .<Property<?>>flatMap(section -> PropertyTable.find(section, keyword).stream())
        .findFirst()
        .orElseThrow(() -> new UnknownKeywordException(keyword, Suggestion.of(keyword)));
  }

  /** All of them. */
  static Stream<String> all() {
    return SECTIONS.stream()
        .flatMap(section -> PropertyTable.of(section).stream())
        .map(Property::keyword);
  }
}
