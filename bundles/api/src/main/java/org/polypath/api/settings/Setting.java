package org.polypath.api.settings;

/**
 * A value and where it came from.
 *
 * @param value the value in force
 * @param origin where it came from
 */
public record Setting<T>(T value, Origin origin) {
  /** A value nobody configured. */
  public static <T> Setting<T> builtIn(T value) {
    return new Setting<>(value, Origin.BUILT_IN);
  }
}
