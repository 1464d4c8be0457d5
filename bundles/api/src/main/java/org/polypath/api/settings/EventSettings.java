package org.polypath.api.settings;

/**
 * How udev events are waited for.
 *
 * @param merged whether events of paths with one WWID are taken together (where {@code uid_attrs}
 *     is set)
 * @param retriggerTries how often udev is asked again about a path without a WWID, 0 or more
 *     ({@code retrigger_tries})
 * @param retriggerDelay how long to wait between, in seconds, 0 or more ({@code retrigger_delay})
 * @param creationTimeout how long changes of a new map wait for udev to have seen it, in seconds, 0
 *     or more ({@code missing_uev_wait_timeout})
 * @param findTimeout with {@link FindMultipaths#SMART}: how long udev waits for a second path, in
 *     seconds, not 0; if negative, its amount holds for known hardware and other disks wait 1
 *     second ({@code find_multipaths_timeout})
 */
public record EventSettings(
    Setting<Boolean> merged,
    Setting<Integer> retriggerTries,
    Setting<Integer> retriggerDelay,
    Setting<Integer> creationTimeout,
    Setting<Integer> findTimeout) {
  /** What holds where nothing is configured. */
  public static final EventSettings BUILT_IN =
      new EventSettings(
          Setting.builtIn(false),
          Setting.builtIn(3),
          Setting.builtIn(10),
          Setting.builtIn(30),
          Setting.builtIn(-10));
}
