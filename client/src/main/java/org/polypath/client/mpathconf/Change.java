package org.polypath.client.mpathconf;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is to become of a configuration.
 *
 * @param enabled whether multipathing is wanted; empty: as it is
 * @param allowed WWIDs, all others of which are left alone; empty: as it is
 * @param propertyExceptions whether only devices whose identity udev knows count; empty: as it is
 * @param defaults keywords of section {@code defaults} and their values; an empty value takes the
 *     keyword out
 */
record Change(
    Optional<Boolean> enabled,
    List<String> allowed,
    Optional<Boolean> propertyExceptions,
    Map<String, String> defaults) {
  /** A rule that matches every device. */
  static final String EVERYTHING = ".*";

  /** Names of udev properties that tell a disk's identity. */
  static final String IDENTITY = "(SCSI_IDENT_|ID_WWN)";

  static final String DEFAULTS = "defaults";
  static final String BLACKLIST = "blacklist";
  static final String EXCEPTIONS = "blacklist_exceptions";
  static final String DEVNODE = "devnode";
  static final String PROPERTY = "property";
  private static final String WWID = "wwid";

  /** What a host without a configuration begins with. */
  static final String TEMPLATE =
      """
      # Multipath configuration. multipath.conf(5) tells what may stand here;
      # `multipath -t` shows what is in force.

      defaults {
      \tuser_friendly_names yes
      \tfind_multipaths yes
      }
      """;

  /** Whether there is nothing to do. */
  boolean isEmpty() {
    return enabled.isEmpty()
        && allowed.isEmpty()
        && propertyExceptions.isEmpty()
        && defaults.isEmpty();
  }

  /** Makes the changes; what is so already stays as it is written. */
  void apply(ConfigurationText text) {
    enabled.ifPresent(wanted -> present(text, !wanted, BLACKLIST, DEVNODE, EVERYTHING));
    propertyExceptions.ifPresent(wanted -> present(text, wanted, EXCEPTIONS, PROPERTY, IDENTITY));
    defaults.forEach(
        (keyword, value) -> {
          if (value.isEmpty()) {
            text.remove(DEFAULTS, keyword);
          } else if (!text.value(DEFAULTS, keyword).equals(Optional.of(value))) {
            text.set(DEFAULTS, keyword, value);
          }
        });
    if (!allowed.isEmpty()) {
      present(text, true, BLACKLIST, WWID, EVERYTHING);
      text.remove(EXCEPTIONS, WWID);
      allowed.forEach(wwid -> text.add(EXCEPTIONS, WWID, literally(wwid)));
    }
  }

  private static void present(
      ConfigurationText text, boolean wanted, String section, String keyword, String value) {
    if (!wanted) {
      text.remove(section, keyword, value);
    } else if (!text.has(section, keyword, value)) {
      text.add(section, keyword, value);
    }
  }

  /** An expression that matches this WWID alone. */
  private static String literally(String wwid) {
    return "^" + wwid.replaceAll("[\\\\.\\[\\]{}()*+?^$|]", "\\\\$0") + "$";
  }
}
