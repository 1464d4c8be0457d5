package org.polypath.api.settings;

/**
 * Where a value came from.
 *
 * @param kind which part of the configuration
 * @param place file and line, plug-in, or rule; empty where the kind says it all
 */
public record Origin(Kind kind, String place) {
  /** A value nobody configured. */
  public static final Origin BUILT_IN = new Origin(Kind.BUILT_IN, "");

  /** Parts of a configuration, from weak to strong where they compete. */
  public enum Kind {
    /** Compiled in. */
    BUILT_IN("multipath internal"),
    /** Section {@code defaults}. */
    DEFAULTS("multipath.conf defaults/devices section"),
    /** An entry for this hardware. */
    HARDWARE("storage device configuration"),
    /** Section {@code overrides}. */
    OVERRIDES("multipath.conf overrides section"),
    /** Section {@code protocol} in {@code overrides}. */
    PROTOCOL("multipath.conf overrides protocol section"),
    /** Section {@code multipaths}. */
    MULTIPATHS("multipath.conf multipaths section"),
    /** Found out from the device. */
    DETECTED("storage device autodetected"),
    /** The kernel says so. */
    KERNEL("kernel sysfs"),
    /** Asked for on the command line. */
    COMMAND_LINE("multipath command line"),
    /** What is left when the configured value cannot be. */
    FALLBACK("emergency fallback");

    private final String displayName;

    Kind(String displayName) {
      this.displayName = displayName;
    }

    /** The words shown in {@code (setting: …)}. */
    public String displayName() {
      return displayName;
    }
  }

  /** Text for people: kind, and place if there is one. */
  public String text() {
    return place.isEmpty() ? kind.displayName() : kind.displayName() + " (" + place + ")";
  }
}
