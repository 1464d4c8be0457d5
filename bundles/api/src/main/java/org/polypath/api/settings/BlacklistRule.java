package org.polypath.api.settings;

/**
 * A rule that leaves devices alone, or an exception to such rules.
 *
 * @param criterion what it looks at
 * @param text its expression as written; for {@link Criterion#DEVICE} those for vendor and product,
 *     separated by a colon, {@code *} where one is missing
 * @param configured whether a file says it; else it always holds
 */
public record BlacklistRule(Criterion criterion, String text, boolean configured) {
  /** What rules look at. */
  public enum Criterion {
    /** The kernel's name of a device. */
    DEVNODE,
    /** The name of a udev property. */
    PROPERTY,
    /** The transport. */
    PROTOCOL,
    /** The WWID. */
    WWID,
    /** Vendor and product. */
    DEVICE
  }
}
