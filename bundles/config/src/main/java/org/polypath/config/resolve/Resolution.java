package org.polypath.config.resolve;

import java.util.List;
import java.util.Optional;
import org.polypath.api.path.PathFacts;
import org.polypath.api.path.Wwid;
import org.polypath.api.settings.DaemonSettings;
import org.polypath.api.settings.MapSettings;
import org.polypath.api.settings.Origin;
import org.polypath.api.settings.PathSettings;
import org.polypath.api.settings.Setting;
import org.polypath.config.property.CountedWords.Counted;
import org.polypath.config.property.DaemonProperties;
import org.polypath.config.property.MapProperties;
import org.polypath.config.property.PathProperties;

/** What holds for the daemon, a path, a map. */
public final class Resolution {
  private final Chains chains;
  private final Identity identity;
  private final Aliases aliases;

  /** By these chains. */
  public Resolution(Chains chains, Identity identity, Aliases aliases) {
    this.chains = chains;
    this.identity = identity;
    this.aliases = aliases;
  }

  /** For the daemon. */
  public DaemonSettings daemon() {
    Chain chain = chains.daemon();
    PollingIntervals intervals = PollingIntervals.of(chain);
    return new DaemonSettings(
        intervals.shortest(),
        intervals.longest(),
        chain.setting(DaemonProperties.FIND_MULTIPATHS),
        chain.setting(DaemonProperties.VERBOSITY),
        chain.setting(DaemonProperties.QUEUE_WITHOUT_DAEMON));
  }

  /** For a path. */
  public PathSettings path(PathFacts path) {
    Chain chain = chains.of(Optional.of(path), identity.wwid(path).map(Setting::value));
    return new PathSettings(
        Detection.checker(path, chain),
        chain
            .configured(DaemonProperties.CHECKER_TIMEOUT)
            .orElseGet(
                () ->
                    new Setting<>(
                        path.commandTimeout(),
                        new Origin(Origin.Kind.KERNEL, "the device's timeout"))),
        Detection.prioritizer(path, chain),
        chain.setting(PathProperties.PRIO_ARGS));
  }

  /** For a map. */
  public MapSettings map(Wwid wwid, List<PathFacts> paths) {
    Chain chain = chains.of(paths.stream().findFirst(), Optional.of(wwid));
    Setting<Counted> selector = chain.setting(MapProperties.PATH_SELECTOR);
    FeatureWords features = FeatureWords.of(chain);
    List<String> prioritizers =
        paths.stream()
            .map(
                path ->
                    Detection.prioritizer(path, chains.of(Optional.of(path), Optional.of(wwid))))
            .map(Setting::value)
            .toList();
    return new MapSettings(
        aliases.of(wwid),
        chain.setting(MapProperties.USER_FRIENDLY_NAMES),
        chain.setting(MapProperties.ALIAS_PREFIX),
        Detection.groupingPolicy(chain, prioritizers),
        new Setting<>(selector.value().before().get(0), selector.origin()),
        new Setting<>(selector.value().words(), selector.origin()),
        chain.setting(MapProperties.FAILBACK),
        features.noPathRetry(),
        repeatCount(chain),
        features.words(),
        Detection.hardwareHandler(chain, paths));
  }

  /** 0 is allowed in the file; the kernel wants 1 at least. */
  private static Setting<Integer> repeatCount(Chain chain) {
    Setting<Integer> configured = chain.setting(MapProperties.RR_MIN_IO_RQ);
    return new Setting<>(Math.max(1, configured.value()), configured.origin());
  }
}
