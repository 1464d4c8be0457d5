package org.polypath.config.property;

import static org.polypath.config.property.Section.DEFAULTS;
import static org.polypath.config.property.Section.DEVICE;
import static org.polypath.config.property.Section.MULTIPATH;
import static org.polypath.config.property.Section.OVERRIDES;

import java.util.List;

/** Words of old files that do nothing any more; each says what happens instead. */
final class RetiredProperties {
  static final List<Property<?>> ALL =
      List.of(
          retired("multipath_dir", "plug-ins are bundles: put them into deploy/").in(DEFAULTS),
          retired("getuid_callout", "the WWID comes from uid_attribute")
              .in(DEFAULTS, DEVICE, OVERRIDES),
          retired("getuid", "the WWID comes from uid_attribute").in(DEFAULTS, DEVICE, OVERRIDES),
          retired("pg_timeout", "checker_timeout bounds every command")
              .in(DEFAULTS, DEVICE, MULTIPATH),
          retired("prkeys_file", "the keys are in /etc/multipath/prkeys; copy them").in(DEFAULTS),
          retired("config_dir", "using built-in value: \"/etc/multipath/conf.d\"").in(DEFAULTS),
          retired("disable_changed_wwids", "a path whose WWID changed is never used").in(DEFAULTS),
          retired("prio_callout", "no program is run for priorities: write prio NAME")
              .in(DEFAULTS, DEVICE, OVERRIDES, MULTIPATH),
          retired("multipath_tool", "the daemon makes maps itself").in(DEFAULTS),
          retired("udev_dir", "device nodes are in /dev").in(DEFAULTS));

  private RetiredProperties() {}

  private static Property<String> retired(String keyword, String instead) {
    return Property.of(keyword, new Retired(instead), "No longer does anything: " + instead + ".")
        .otherwise(instead);
  }
}
