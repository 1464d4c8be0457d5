package org.polypath.config.property;

import java.util.List;

/** The order of properties in printed configurations: the reference's. */
final class Order {
  static final List<Property<?>> ENTRIES =
      List.of(EntryProperties.LISTED_VENDOR, EntryProperties.LISTED_PRODUCT);

  static final List<Property<?>> RULES =
      List.of(
          RuleProperties.DEVNODE,
          RuleProperties.WWID,
          RuleProperties.UDEV_PROPERTY,
          RuleProperties.PROTOCOL);

  static final List<Property<?>> SETTINGS =
      List.of(
          EntryProperties.TYPE,
          EntryProperties.VENDOR,
          EntryProperties.PRODUCT,
          EntryProperties.REVISION,
          EntryProperties.PRODUCT_BLACKLIST,
          EntryProperties.WWID,
          EntryProperties.ALIAS,
          DaemonProperties.VERBOSITY,
          DaemonProperties.POLLING_INTERVAL,
          DaemonProperties.MAX_POLLING_INTERVAL,
          DaemonProperties.REASSIGN_MAPS,
          MapProperties.PATH_SELECTOR,
          MapProperties.PATH_GROUPING_POLICY,
          DaemonProperties.UID_ATTRS,
          PathProperties.UID_ATTRIBUTE,
          PathProperties.PRIO,
          PathProperties.PRIO_ARGS,
          MapProperties.FEATURES,
          PathProperties.PATH_CHECKER,
          EntryProperties.HARDWARE_HANDLER,
          MapProperties.ALIAS_PREFIX,
          MapProperties.FAILBACK,
          MapProperties.RR_MIN_IO,
          MapProperties.RR_MIN_IO_RQ,
          DaemonProperties.MAX_FDS,
          MapProperties.RR_WEIGHT,
          MapProperties.PG_PRIO_CALC,
          MapProperties.NO_PATH_RETRY,
          DaemonProperties.QUEUE_WITHOUT_DAEMON,
          DaemonProperties.CHECKER_TIMEOUT,
          DaemonProperties.ALLOW_USB_DEVICES,
          MapProperties.FLUSH_ON_LAST_DEL,
          MapProperties.USER_FRIENDLY_NAMES,
          MapProperties.MODE,
          MapProperties.UID,
          MapProperties.GID,
          PathProperties.FAST_IO_FAIL_TMO,
          PathProperties.DEV_LOSS_TMO,
          PathProperties.EH_DEADLINE,
          DaemonProperties.MAX_RETRIES,
          DaemonProperties.LOG_CHECKER_ERR,
          MapProperties.RESERVATION_KEY,
          PathProperties.ALL_TG_PT,
          PathProperties.RETAIN_ATTACHED_HW_HANDLER,
          PathProperties.DETECT_PRIO,
          PathProperties.DETECT_CHECKER,
          PathProperties.DETECT_PGPOLICY,
          PathProperties.DETECT_PGPOLICY_USE_TPG,
          DaemonProperties.FORCE_SYNC,
          DaemonProperties.STRICT_TIMING,
          MapProperties.DEFERRED_REMOVE,
          DaemonProperties.PARTITION_DELIMITER,
          ShakyPathProperties.DELAY_WATCH_CHECKS,
          ShakyPathProperties.DELAY_WAIT_CHECKS,
          ShakyPathProperties.SAN_PATH_ERR_THRESHOLD,
          ShakyPathProperties.SAN_PATH_ERR_FORGET_RATE,
          ShakyPathProperties.SAN_PATH_ERR_RECOVERY_TIME,
          ShakyPathProperties.MARGINAL_PATH_ERR_SAMPLE_TIME,
          ShakyPathProperties.MARGINAL_PATH_ERR_RATE_THRESHOLD,
          ShakyPathProperties.MARGINAL_PATH_ERR_RECHECK_GAP_TIME,
          ShakyPathProperties.MARGINAL_PATH_DOUBLE_FAILED_TIME,
          DaemonProperties.FIND_MULTIPATHS,
          DaemonProperties.UXSOCK_TIMEOUT,
          DaemonProperties.RETRIGGER_TRIES,
          DaemonProperties.RETRIGGER_DELAY,
          DaemonProperties.MISSING_UEV_WAIT_TIMEOUT,
          MapProperties.SKIP_KPARTX,
          PathProperties.PURGE_DISCONNECTED,
          DaemonProperties.REMOVE_RETRIES,
          MapProperties.MAX_SECTORS_KB,
          MapProperties.GHOST_DELAY,
          DaemonProperties.FIND_MULTIPATHS_TIMEOUT,
          DaemonProperties.AUTO_RESIZE,
          DaemonProperties.ENABLE_FOREIGN,
          DaemonProperties.MARGINAL_PATHGROUPS,
          PathProperties.RECHECK_WWID,
          EntryProperties.VPD_VENDOR);

  private Order() {}
}
