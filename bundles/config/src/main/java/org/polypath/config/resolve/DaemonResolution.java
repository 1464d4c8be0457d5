package org.polypath.config.resolve;

import org.polypath.api.settings.CheckSettings;
import org.polypath.api.settings.DaemonSettings;
import org.polypath.api.settings.DaemonSettingsBuilder;
import org.polypath.api.settings.EventSettings;
import org.polypath.api.settings.Origin;
import org.polypath.api.settings.Setting;
import org.polypath.config.property.DaemonProperties;

/** What holds for the daemon. */
final class DaemonResolution {
  private DaemonResolution() {}

  static DaemonSettings of(Chain chain) {
    PollingIntervals intervals = PollingIntervals.of(chain);
    DaemonSettingsBuilder settings =
        DaemonSettings.BUILT_IN
            .change()
            .pollingInterval(intervals.shortest())
            .maxPollingInterval(intervals.longest())
            .checks(checks(chain))
            .findMultipaths(chain.setting(DaemonProperties.FIND_MULTIPATHS))
            .verbosity(chain.setting(DaemonProperties.VERBOSITY))
            .queueWithoutDaemon(chain.setting(DaemonProperties.QUEUE_WITHOUT_DAEMON))
            .marginalGroups(chain.setting(DaemonProperties.MARGINAL_PATHGROUPS))
            .autoResize(chain.setting(DaemonProperties.AUTO_RESIZE))
            .removeRetries(chain.setting(DaemonProperties.REMOVE_RETRIES))
            .openFiles(chain.setting(DaemonProperties.MAX_FDS))
            .commandTimeout(chain.setting(DaemonProperties.UXSOCK_TIMEOUT))
            .partitionDelimiter(chain.configured(DaemonProperties.PARTITION_DELIMITER))
            .reassignMaps(chain.setting(DaemonProperties.REASSIGN_MAPS))
            .foreign(chain.setting(DaemonProperties.ENABLE_FOREIGN))
            .events(events(chain));
    return settings.build();
  }

  private static CheckSettings checks(Chain chain) {
    return new CheckSettings(
        chain.setting(DaemonProperties.STRICT_TIMING),
        chain.setting(DaemonProperties.FORCE_SYNC),
        chain.setting(DaemonProperties.LOG_CHECKER_ERR));
  }

  private static EventSettings events(Chain chain) {
    Origin records =
        chain.configured(DaemonProperties.UID_ATTRS).map(Setting::origin).orElse(Origin.BUILT_IN);
    return new EventSettings(
        new Setting<>(chain.configured(DaemonProperties.UID_ATTRS).isPresent(), records),
        chain.setting(DaemonProperties.RETRIGGER_TRIES),
        chain.setting(DaemonProperties.RETRIGGER_DELAY),
        chain.setting(DaemonProperties.MISSING_UEV_WAIT_TIMEOUT),
        chain.setting(DaemonProperties.FIND_MULTIPATHS_TIMEOUT));
  }
}
