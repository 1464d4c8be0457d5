package org.polypath.config.property;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * One entry of the table of keywords.
 *
 * @param keyword the word in the file
 * @param sections where it may stand
 * @param type what its values are
 * @param builtIn the value where nothing is configured; empty where there is none or it depends
 * @param documentation what it means, in one or more sentences
 * @param defaultNote what holds where nothing is configured, for people; empty if {@code builtIn}
 *     says it
 * @param <T> the values
 */
public record Property<T>(
    String keyword,
    Set<Section> sections,
    ValueType<T> type,
    Optional<T> builtIn,
    String documentation,
    String defaultNote) {
  /** Copies the sections. */
  public Property {
    sections = Set.copyOf(sections);
  }

  /** A property that stands nowhere yet. */
  public static <T> Property<T> of(String keyword, ValueType<T> type, String documentation) {
    return new Property<>(keyword, Set.of(), type, Optional.empty(), documentation, "");
  }

  /** The same, in these sections. */
  public Property<T> in(Section first, Section... others) {
    return new Property<>(
        keyword, EnumSet.of(first, others), type, builtIn, documentation, defaultNote);
  }

  /** The same, with a value where nothing is configured. */
  public Property<T> builtIn(T value) {
    return new Property<>(keyword, sections, type, Optional.of(value), documentation, defaultNote);
  }

  /** The same, with a note about what holds where nothing is configured. */
  public Property<T> otherwise(String note) {
    return new Property<>(keyword, sections, type, builtIn, documentation, note);
  }

  /** What holds where nothing is configured, for people. */
  public String whenUnset() {
    return defaultNote.isEmpty() ? builtIn.map(type::write).orElse("nothing") : defaultNote;
  }

  /** Whether it may stand in a section. */
  public boolean isIn(Section section) {
    return sections.contains(section);
  }

  /** Reads a value. */
  public Reading<T> read(String text) {
    return type.read(keyword, text);
  }

  /** The same where plug-ins bring grouping policies of these names. */
  public Reading<T> read(String text, Set<String> policies) {
    return type.read(keyword, text, policies);
  }
}
