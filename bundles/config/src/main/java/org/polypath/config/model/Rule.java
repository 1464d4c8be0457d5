package org.polypath.config.model;

import org.polypath.config.property.Quoted;
import org.polypath.config.regex.ExtendedExpression;
import org.polypath.config.syntax.Place;

/**
 * A rule of a blacklist about one text of a path.
 *
 * @param keyword what it is about: devnode, wwid, property, protocol
 * @param text the expression as written
 * @param expression the same, compiled
 * @param place the line; file empty for a built-in one
 */
public record Rule(String keyword, String text, ExtendedExpression expression, Place place) {
  /** For people: the rule and where it stands. */
  public String describe() {
    return keyword + " " + Quoted.of(text) + " (" + place.text() + ")";
  }
}
