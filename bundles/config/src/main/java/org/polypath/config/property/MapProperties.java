package org.polypath.config.property;

import static org.polypath.config.property.Section.DEFAULTS;
import static org.polypath.config.property.Section.DEVICE;
import static org.polypath.config.property.Section.MULTIPATH;
import static org.polypath.config.property.Section.OVERRIDES;

import java.util.List;
import org.polypath.api.settings.Failback;
import org.polypath.api.settings.GroupPriority;
import org.polypath.api.settings.Limit;
import org.polypath.api.settings.NoPathRetry;
import org.polypath.api.settings.RemovalSettings.LastPathGone;
import org.polypath.config.property.CountedWords.Counted;

/** Properties of maps. */
public final class MapProperties {
  /** How I/O is spread in a group. */
  public static final Property<Counted> PATH_SELECTOR =
      Property.of(
              "path_selector",
              CountedWords.NAMED,
              "The kernel's path selector, the number of its arguments, and they: \"round-robin 0\","
                  + " \"queue-length 0\", \"service-time 0\", \"historical-service-time 0\","
                  + " \"io-affinity …\". Each is a plug-in, and plug-ins may bring more; service-time"
                  + " stands in for one that never came.")
          .in(DEFAULTS, DEVICE, OVERRIDES, MULTIPATH)
          .builtIn(new Counted(List.of("service-time"), List.of()));

  /** Which paths belong together. */
  public static final Property<String> PATH_GROUPING_POLICY =
      Property.of(
              "path_grouping_policy",
              PolicyName.TYPE,
              "Which paths share a group: failover - none; multibus - all; group_by_serial,"
                  + " group_by_prio, group_by_node_name, group_by_tpg - those with the same serial"
                  + " number, priority, target node name, target port group. detect_pgpolicy may"
                  + " choose another. Each is a plug-in, and plug-ins may bring more.")
          .in(DEFAULTS, DEVICE, OVERRIDES, MULTIPATH)
          .builtIn("failover");

  /** Feature words of the table. */
  public static final Property<Counted> FEATURES =
      Property.of(
              "features",
              CountedWords.LIST,
              "The number of device-mapper feature words, and they: pg_init_retries N,"
                  + " pg_init_delay_msecs N, queue_mode bio|rq|mq.")
          .in(DEFAULTS, DEVICE, OVERRIDES, MULTIPATH)
          .builtIn(new Counted(List.of(), List.of()));

  /** How generated names begin. */
  public static final Property<String> ALIAS_PREFIX =
      Property.of("alias_prefix", NameWithoutSlash.TYPE, "How generated names begin.")
          .in(DEFAULTS, DEVICE, OVERRIDES)
          .builtIn("mpath");

  /** When to go back. */
  public static final Property<Failback> FAILBACK =
      Property.of(
              "failback",
              FailbackType.TYPE,
              "When a map goes back to its best group: immediate, after a number of seconds, manual,"
                  + " or followover (when the first path of that group comes back).")
          .in(DEFAULTS, DEVICE, OVERRIDES, MULTIPATH)
          .builtIn(Failback.MANUAL);

  /** I/Os per path of old kernels. */
  public static final Property<Integer> RR_MIN_IO =
      Property.of(
              "rr_min_io",
              new OfOldKernels<>(
                  new UnsetByZero<>(WholeNumber.NATURAL), "rr_min_io_rq holds since 2.6.31"),
              "I/Os before round-robin takes the next path; kernels before 2.6.31 alone.")
          .in(DEFAULTS, DEVICE, OVERRIDES, MULTIPATH)
          .builtIn(1000);

  /** I/Os per path. */
  public static final Property<Integer> RR_MIN_IO_RQ =
      Property.of(
              "rr_min_io_rq",
              new UnsetByZero<>(WholeNumber.NATURAL),
              "I/Os before round-robin takes the next path.")
          .in(DEFAULTS, DEVICE, OVERRIDES, MULTIPATH)
          .builtIn(1);

  /** Whether priorities multiply that. */
  public static final Property<Boolean> RR_WEIGHT =
      Property.of(
              "rr_weight",
              Choice.meaning("uniform", false).or("priorities", true),
              "Whether round-robin gives a path as many times more I/Os as its priority says.")
          .in(DEFAULTS, DEVICE, OVERRIDES, MULTIPATH)
          .builtIn(false);

  /** Priority of a group. */
  public static final Property<GroupPriority> PG_PRIO_CALC =
      Property.of(
              "pg_prio_calc",
              Choice.meaning("avg", GroupPriority.MEAN).or("sum", GroupPriority.SUM),
              "Whether the priority of a group is the mean of its usable paths' priorities, or their"
                  + " sum.")
          .in(DEFAULTS, DEVICE, OVERRIDES, MULTIPATH)
          .otherwise("avg");

  /** No path left. */
  public static final Property<NoPathRetry> NO_PATH_RETRY =
      Property.of(
              "no_path_retry",
              NoPathRetryType.TYPE,
              "What happens to I/O when no path is usable: fail, queue (for ever), or wait for a"
                  + " number of check intervals.")
          .in(DEFAULTS, DEVICE, OVERRIDES, MULTIPATH)
          .otherwise("the kernel's setting is left alone: I/O fails");

  /** The last path has gone. */
  public static final Property<LastPathGone> FLUSH_ON_LAST_DEL =
      Property.of(
              "flush_on_last_del",
              Choice.meaning("unused", LastPathGone.REMOVE_UNUSED)
                  .or("never", LastPathGone.KEEP)
                  .or("always", LastPathGone.FAIL_AND_REMOVE)
                  .or("no", LastPathGone.REMOVE_UNUSED)
                  .or("yes", LastPathGone.FAIL_AND_REMOVE),
              "Whether a map is removed when its last path has gone: never, when it is unused, or"
                  + " always (queued I/O fails).")
          .in(DEFAULTS, DEVICE, OVERRIDES, MULTIPATH)
          .builtIn(LastPathGone.REMOVE_UNUSED);

  /** Generated names. */
  public static final Property<Boolean> USER_FRIENDLY_NAMES =
      Property.of(
              "user_friendly_names",
              YesNo.TYPE,
              "Whether maps get generated names (mpatha) instead of their WWIDs.")
          .in(DEFAULTS, DEVICE, OVERRIDES, MULTIPATH)
          .builtIn(false);

  /** Permission bits. */
  public static final Property<Integer> MODE =
      Property.of("mode", OctalMode.TYPE, "Permission bits of the map's device node, octal.")
          .in(DEFAULTS, MULTIPATH)
          .otherwise("the system's");

  /** Owner. */
  public static final Property<String> UID =
      Property.of("uid", Owner.TYPE, "Owner of the map's device node, number or name.")
          .in(DEFAULTS, MULTIPATH)
          .otherwise("the system's");

  /** Group. */
  public static final Property<String> GID =
      Property.of("gid", Owner.TYPE, "Group of the map's device node, number or name.")
          .in(DEFAULTS, MULTIPATH)
          .otherwise("the system's");

  /** Persistent reservations. */
  public static final Property<String> RESERVATION_KEY =
      Property.of(
              "reservation_key",
              ReservationKeyOrFile.TYPE,
              "Key that this host registers for persistent reservations; file: the keys are in the"
                  + " prkeys file.")
          .in(DEFAULTS, MULTIPATH)
          .otherwise("none");

  /** Deferred removal. */
  public static final Property<Boolean> DEFERRED_REMOVE =
      Property.of(
              "deferred_remove",
              YesNo.TYPE,
              "Whether a map in use without paths goes with its last user, if none comes before.")
          .in(DEFAULTS, DEVICE, OVERRIDES, MULTIPATH)
          .builtIn(false);

  /** Partition maps. */
  public static final Property<Boolean> SKIP_KPARTX =
      Property.of("skip_kpartx", YesNo.TYPE, "Whether no partition maps are made.")
          .in(DEFAULTS, DEVICE, OVERRIDES, MULTIPATH)
          .builtIn(false);

  /** Size of requests. */
  public static final Property<Integer> MAX_SECTORS_KB =
      Property.of(
              "max_sectors_kb",
              new UnsetByZero<>(WholeNumber.NATURAL),
              "Largest request in KiB; written to the paths before a map is made.")
          .in(DEFAULTS, DEVICE, OVERRIDES, MULTIPATH)
          .otherwise("the kernel's");

  /** Maps that have ghost paths alone. */
  public static final Property<Limit> GHOST_DELAY =
      Property.of(
              "ghost_delay",
              LimitType.NO_OR_NUMBER,
              "How long a new map that has only ghost paths is held back, in seconds.")
          .in(DEFAULTS, DEVICE, OVERRIDES, MULTIPATH)
          .builtIn(Limit.OFF);

  private MapProperties() {}
}
