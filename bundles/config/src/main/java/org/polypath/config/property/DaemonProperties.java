package org.polypath.config.property;

import static org.polypath.config.property.Section.DEFAULTS;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.polypath.api.settings.AutoResize;
import org.polypath.api.settings.FindMultipaths;
import org.polypath.api.settings.Limit;
import org.polypath.api.settings.MarginalGroups;

/** Properties of the daemon: those of section {@code defaults} alone. */
public final class DaemonProperties {
  private static final WholeNumber SECONDS = new WholeNumber(1, Integer.MAX_VALUE);

  /** How much is logged. */
  public static final Property<Integer> VERBOSITY =
      Property.of(
              "verbosity",
              new WholeNumber(0, 4),
              "How much is logged: 0 nothing, 1 map names, 2 events, 3 and 4 details.")
          .in(DEFAULTS)
          .builtIn(2);

  /** Shortest time between checks. */
  public static final Property<Integer> POLLING_INTERVAL =
      Property.of(
              "polling_interval",
              SECONDS,
              "Shortest time between two checks of a path, in seconds.")
          .in(DEFAULTS)
          .builtIn(5);

  /** Longest time between checks. */
  public static final Property<Integer> MAX_POLLING_INTERVAL =
      Property.of(
              "max_polling_interval",
              SECONDS,
              "Longest time between two checks of a path that stays up, in seconds.")
          .in(DEFAULTS)
          .otherwise("4 times polling_interval");

  /** Whether users of a renamed map follow it. */
  public static final Property<Boolean> REASSIGN_MAPS =
      Property.of(
              "reassign_maps",
              YesNo.TYPE,
              "Let device-mapper maps on top of a path use the multipath map instead.")
          .in(DEFAULTS)
          .builtIn(false);

  /** WWID attribute by name. */
  public static final Property<List<AttributesByName.Attribute>> UID_ATTRS =
      Property.of(
              "uid_attrs",
              AttributesByName.TYPE,
              "The udev property that holds the WWID, by the beginning of the device's name; beats"
                  + " uid_attribute. Setting it also merges udev events of one WWID.")
          .in(DEFAULTS);

  /** Open files. */
  public static final Property<Limit> MAX_FDS =
      Property.of(
              "max_fds",
              new UnsetByZero<>(
                  new LimitType(
                      Map.of("max", Limit.UNLIMITED),
                      0,
                      Integer.MAX_VALUE - 1,
                      true,
                      "max, or a number")),
              "How many files the daemon may have open; max is the system's limit.")
          .in(DEFAULTS)
          .builtIn(Limit.UNLIMITED);

  /** Queueing without a daemon. */
  public static final Property<Boolean> QUEUE_WITHOUT_DAEMON =
      Property.of(
              "queue_without_daemon",
              YesNo.TYPE,
              "Keep queueing I/O after the daemon has stopped; nobody ends it then.")
          .in(DEFAULTS)
          .builtIn(false);

  /** Timeout of checker and prioritizer commands. */
  public static final Property<Integer> CHECKER_TIMEOUT =
      Property.of(
              "checker_timeout",
              new UnsetByZero<>(WholeNumber.NATURAL),
              "Timeout of the commands that checkers and prioritizers send, in seconds.")
          .in(DEFAULTS)
          .otherwise("the device's own, /sys/block/NAME/device/timeout");

  /** USB disks. */
  public static final Property<Boolean> ALLOW_USB_DEVICES =
      Property.of("allow_usb_devices", YesNo.TYPE, "Whether USB disks are looked at.")
          .in(DEFAULTS)
          .builtIn(false);

  /** SCSI command retries. */
  public static final Property<Limit> MAX_RETRIES =
      Property.of(
              "max_retries",
              new LimitType(
                  LimitType.words("off", Limit.UNLIMITED, "0", Limit.of(0)),
                  1,
                  5,
                  false,
                  "off, or a number from 0 to 5"),
              "How often the kernel repeats a failed SCSI command.")
          .in(DEFAULTS)
          .otherwise("the kernel's own");

  /** Checker messages. */
  public static final Property<Boolean> LOG_CHECKER_ERR =
      Property.of(
              "log_checker_err",
              Choice.meaning("always", true).or("once", false),
              "Whether each failed check of a path is logged, or the first alone.")
          .in(DEFAULTS)
          .builtIn(true);

  /** Synchronous checks. */
  public static final Property<Boolean> FORCE_SYNC =
      Property.of("force_sync", YesNo.TYPE, "Let no more than one check run at a time.")
          .in(DEFAULTS)
          .builtIn(false);

  /** Tick of the check loop. */
  public static final Property<Boolean> STRICT_TIMING =
      Property.of("strict_timing", YesNo.TYPE, "Begin check rounds exactly on the second.")
          .in(DEFAULTS)
          .builtIn(false);

  /** Delimiter in names of partition maps. */
  public static final Property<String> PARTITION_DELIMITER =
      Property.of(
              "partition_delimiter",
              Text.ANY,
              "What stands between a map's name and the partition's number.")
          .in(DEFAULTS)
          .otherwise("p if the map's name ends with a digit, else nothing");

  /** Which disks become maps. */
  public static final Property<FindMultipaths> FIND_MULTIPATHS =
      Property.of(
              "find_multipaths",
              new Choice<>(findMultipathsWords()),
              "Which disks become maps: strict - those that were maps before; on - those, and disks"
                  + " with two paths; smart - as on, udev waits for a second path; greedy and off -"
                  + " every disk that is not blacklisted.")
          .in(DEFAULTS)
          .builtIn(FindMultipaths.STRICT);

  /** How long udev waits for a second path. */
  public static final Property<Integer> FIND_MULTIPATHS_TIMEOUT =
      Property.of(
              "find_multipaths_timeout",
              new UnsetByZero<>(new WholeNumber(Integer.MIN_VALUE, Integer.MAX_VALUE)),
              "With find_multipaths smart: how long to wait for a second path, in seconds. A"
                  + " negative number holds for known hardware, other disks wait 1 second.")
          .in(DEFAULTS)
          .builtIn(-10);

  /** Timeout of the commands of the socket. */
  public static final Property<Integer> UXSOCK_TIMEOUT =
      Property.of(
              "uxsock_timeout",
              new WholeNumber(4000, Integer.MAX_VALUE),
              "How long a command waits for the daemon's answer, in milliseconds.")
          .in(DEFAULTS)
          .builtIn(4000);

  /** Triggered events. */
  public static final Property<Integer> RETRIGGER_TRIES =
      Property.of(
              "retrigger_tries",
              WholeNumber.NATURAL,
              "How often udev is asked again about a path without a WWID.")
          .in(DEFAULTS)
          .builtIn(3);

  /** Time between them. */
  public static final Property<Integer> RETRIGGER_DELAY =
      Property.of("retrigger_delay", WholeNumber.NATURAL, "How long to wait between, in seconds.")
          .in(DEFAULTS)
          .builtIn(10);

  /** Wait for a new map's event. */
  public static final Property<Integer> MISSING_UEV_WAIT_TIMEOUT =
      Property.of(
              "missing_uev_wait_timeout",
              WholeNumber.NATURAL,
              "How long changes of a new map wait for udev to have seen it, in seconds; at least 1.")
          .in(DEFAULTS)
          .builtIn(30);

  /** Tries of removing a map. */
  public static final Property<Integer> REMOVE_RETRIES =
      Property.of(
              "remove_retries",
              WholeNumber.NATURAL,
              "How often the removal of a map in use is tried again.")
          .in(DEFAULTS)
          .builtIn(0);

  /** Changed sizes. */
  public static final Property<AutoResize> AUTO_RESIZE =
      Property.of(
              "auto_resize",
              Choice.meaning("never", AutoResize.NEVER)
                  .or("grow_only", AutoResize.GROW_ONLY)
                  .or("grow_shrink", AutoResize.GROW_SHRINK),
              "Whether a map follows when all its paths have changed size.")
          .in(DEFAULTS)
          .builtIn(AutoResize.NEVER);

  /** Maps that are not ours. */
  public static final Property<String> ENABLE_FOREIGN =
      Property.of(
              "enable_foreign",
              Expression.HARDWARE,
              "Expression for the names of libraries that show maps of others (nvme).")
          .in(DEFAULTS)
          .builtIn("NONE");

  /** Marginal paths. */
  public static final Property<MarginalGroups> MARGINAL_PATHGROUPS =
      Property.of(
              "marginal_pathgroups",
              Choice.meaning("off", MarginalGroups.OFF)
                  .or("on", MarginalGroups.ON)
                  .or("fpin", MarginalGroups.FPIN)
                  .or("no", MarginalGroups.OFF)
                  .or("0", MarginalGroups.OFF)
                  .or("yes", MarginalGroups.ON)
                  .or("1", MarginalGroups.ON),
              "Whether marginal paths get groups of their own instead of being held back; fpin also"
                  + " listens for messages of the fabric.")
          .in(DEFAULTS)
          .builtIn(MarginalGroups.OFF);

  private DaemonProperties() {}

  private static Map<String, FindMultipaths> findMultipathsWords() {
    Map<String, FindMultipaths> words = new LinkedHashMap<>();
    words.put("strict", FindMultipaths.STRICT);
    words.put("off", FindMultipaths.OFF);
    words.put("no", FindMultipaths.OFF);
    words.put("0", FindMultipaths.OFF);
    words.put("on", FindMultipaths.ON);
    words.put("yes", FindMultipaths.ON);
    words.put("1", FindMultipaths.ON);
    words.put("greedy", FindMultipaths.GREEDY);
    words.put("smart", FindMultipaths.SMART);
    return words;
  }
}
