package org.polypath.config.property;

import static org.polypath.config.property.Section.DEFAULTS;
import static org.polypath.config.property.Section.DEVICE;
import static org.polypath.config.property.Section.MULTIPATH;
import static org.polypath.config.property.Section.OVERRIDES;
import static org.polypath.config.property.Section.PROTOCOL;

import java.util.Map;
import org.polypath.api.settings.Limit;

/** Properties of paths: how they are known, checked, ranked, and how their transport behaves. */
public final class PathProperties {
  /** Which udev property is the WWID. */
  public static final Property<String> UID_ATTRIBUTE =
      Property.of(
              "uid_attribute",
              Text.ANY,
              "The udev property that holds the WWID; empty: the device itself is asked. Maps that"
                  + " are there keep the WWID that they have.")
          .in(DEFAULTS, DEVICE, OVERRIDES)
          .builtIn("ID_SERIAL")
          .otherwise("ID_SERIAL; ID_WWN for NVMe, ID_UID for DASD");

  /** The prioritizer. */
  public static final Property<String> PRIO =
      Property.of(
              "prio",
              new Name("the name of a prioritizer"),
              "The prioritizer; detect_prio may choose another. Each is a plug-in.")
          .in(DEFAULTS, DEVICE, OVERRIDES, MULTIPATH)
          .builtIn("const");

  /** Its arguments. */
  public static final Property<String> PRIO_ARGS =
      Property.of("prio_args", Text.ANY, "Arguments of the prioritizer.")
          .in(DEFAULTS, DEVICE, OVERRIDES, MULTIPATH)
          .builtIn("");

  /** The checker. */
  public static final Property<String> PATH_CHECKER =
      Property.of(
              "path_checker",
              new Name("the name of a checker"),
              "The path checker; detect_checker may choose another. Each is a plug-in.")
          .in(DEFAULTS, DEVICE, OVERRIDES)
          .builtIn("tur");

  /** fast_io_fail. */
  public static final Property<Limit> FAST_IO_FAIL_TMO =
      Property.of(
              "fast_io_fail_tmo",
              LimitType.OFF_OR_NUMBER,
              "How long after the loss of a remote port its I/O fails, in seconds.")
          .in(DEFAULTS, DEVICE, OVERRIDES, PROTOCOL)
          .builtIn(Limit.of(5));

  /** dev_loss. */
  public static final Property<Limit> DEV_LOSS_TMO =
      Property.of(
              "dev_loss_tmo",
              new UnsetByZero<>(
                  new LimitType(
                      Map.of("infinity", Limit.UNLIMITED),
                      0,
                      Integer.MAX_VALUE,
                      true,
                      "infinity, or a number of seconds")),
              "How long after its loss a remote port is removed, in seconds.")
          .in(DEFAULTS, DEVICE, OVERRIDES, PROTOCOL)
          .otherwise("the kernel's");

  /** Error handler. */
  public static final Property<Limit> EH_DEADLINE =
      Property.of(
              "eh_deadline",
              LimitType.OFF_OR_NUMBER,
              "How long the SCSI error handler may try before it resets the host, in seconds.")
          .in(DEFAULTS, DEVICE, OVERRIDES, PROTOCOL)
          .otherwise("the kernel's");

  /** Registration for all target ports. */
  public static final Property<Boolean> ALL_TG_PT =
      Property.of(
              "all_tg_pt",
              YesNo.TYPE,
              "Whether a persistent reservation is registered once for all target ports.")
          .in(DEFAULTS, DEVICE, OVERRIDES)
          .builtIn(false);

  /** The attached handler. */
  public static final Property<Boolean> RETAIN_ATTACHED_HW_HANDLER =
      Property.of(
              "retain_attached_hw_handler",
              YesNo.TYPE,
              "Whether the SCSI device handler that the kernel attached stays.")
          .in(DEFAULTS, DEVICE, OVERRIDES)
          .builtIn(true);

  /** Whether prio is detected. */
  public static final Property<Boolean> DETECT_PRIO =
      Property.of(
              "detect_prio",
              YesNo.TYPE,
              "Whether disks with asymmetric access get the prioritizer sysfs or alua (NVMe: ana).")
          .in(DEFAULTS, DEVICE, OVERRIDES)
          .builtIn(true);

  /** Whether the checker is detected. */
  public static final Property<Boolean> DETECT_CHECKER =
      Property.of(
              "detect_checker",
              YesNo.TYPE,
              "Whether disks with asymmetric access get the checker tur, RDAC ones rdac.")
          .in(DEFAULTS, DEVICE, OVERRIDES)
          .builtIn(true);

  /** Whether the policy is detected. */
  public static final Property<Boolean> DETECT_PGPOLICY =
      Property.of(
              "detect_pgpolicy",
              YesNo.TYPE,
              "Whether a map whose paths all have the prioritizer alua or sysfs is grouped by"
                  + " priority.")
          .in(DEFAULTS, DEVICE, OVERRIDES)
          .builtIn(true);

  /** Which policy that is. */
  public static final Property<Boolean> DETECT_PGPOLICY_USE_TPG =
      Property.of(
              "detect_pgpolicy_use_tpg",
              YesNo.TYPE,
              "Whether such a map is grouped by target port group instead.")
          .in(DEFAULTS, DEVICE, OVERRIDES)
          .builtIn(false);

  /** Whether the WWID is read again. */
  public static final Property<Boolean> RECHECK_WWID =
      Property.of(
              "recheck_wwid",
              YesNo.TYPE,
              "Whether the WWID of a path that comes back is read again.")
          .in(DEFAULTS, DEVICE, OVERRIDES)
          .builtIn(false);

  /** Unmapped LUNs. */
  public static final Property<Boolean> PURGE_DISCONNECTED =
      Property.of(
              "purge_disconnected",
              YesNo.TYPE,
              "Whether the SCSI device of a LUN that the array has unmapped is deleted.")
          .in(DEFAULTS, DEVICE, OVERRIDES, MULTIPATH)
          .builtIn(false);

  private PathProperties() {}
}
