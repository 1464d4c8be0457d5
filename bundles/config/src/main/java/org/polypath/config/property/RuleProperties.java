package org.polypath.config.property;

import static org.polypath.config.property.Section.BLACKLIST;
import static org.polypath.config.property.Section.EXCEPTIONS;

/** The rules of blacklists. Each may be there many times. */
public final class RuleProperties {
  /** The kernel's name. */
  public static final Property<String> DEVNODE =
      rule("devnode", "Expression for the device's name, for instance \"^sd[a-c]$\".");

  /** The WWID. */
  public static final Property<String> WWID = rule("wwid", "Expression for the WWID.");

  /** A udev property. */
  public static final Property<String> UDEV_PROPERTY =
      rule(
          "property",
          "Expression for the name of a udev property. A disk that has the property of"
              + " uid_attribute but none that an exception names is left alone.");

  /** The transport. */
  public static final Property<String> PROTOCOL =
      rule("protocol", "Expression for the transport, for instance \"scsi:usb\".");

  private RuleProperties() {}

  private static Property<String> rule(String keyword, String documentation) {
    return Property.of(keyword, Expression.RULE, documentation).in(BLACKLIST, EXCEPTIONS);
  }
}
