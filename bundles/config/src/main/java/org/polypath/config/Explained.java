package org.polypath.config;

import org.polypath.api.settings.Origin;

/**
 * What holds for one keyword.
 *
 * @param keyword the keyword
 * @param value its value as it stands in a file
 * @param origin where it comes from
 */
public record Explained(String keyword, String value, Origin origin) {
  /** One line for people. */
  public String text() {
    return keyword + " " + value + " (setting: " + origin.text() + ")";
  }
}
