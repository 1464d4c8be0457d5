package org.polypath.config.resolve;

import java.util.List;
import java.util.Optional;
import org.polypath.api.path.PathFacts;
import org.polypath.api.path.Wwid;
import org.polypath.api.settings.CreationSettings;
import org.polypath.api.settings.DaemonSettings;
import org.polypath.api.settings.Limit;
import org.polypath.api.settings.MapSettings;
import org.polypath.api.settings.Origin;
import org.polypath.api.settings.PathSettings;
import org.polypath.api.settings.RemovalSettings;
import org.polypath.api.settings.ReservationSettings;
import org.polypath.api.settings.Setting;
import org.polypath.api.settings.TransportSettings;
import org.polypath.config.property.CountedWords.Counted;
import org.polypath.config.property.DaemonProperties;
import org.polypath.config.property.MapProperties;
import org.polypath.config.property.PathProperties;
import org.polypath.config.property.Property;

/** What holds for the daemon, a path, a map. */
public final class Resolution {
  private final Chains chains;
  private final Identity identity;
  private final Aliases aliases;
  private final DaemonSettings daemon;

  /** By these chains. */
  public Resolution(Chains chains, Identity identity, Aliases aliases) {
    this.chains = chains;
    this.identity = identity;
    this.aliases = aliases;
    this.daemon = DaemonResolution.of(chains.daemon());
  }

  /** For the daemon. */
  public DaemonSettings daemon() {
    return daemon;
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
        chain.setting(PathProperties.PRIO_ARGS),
        chain.setting(PathProperties.RECHECK_WWID),
        new TransportSettings(
            chain.setting(PathProperties.FAST_IO_FAIL_TMO),
            limit(chain, PathProperties.DEV_LOSS_TMO),
            limit(chain, PathProperties.EH_DEADLINE),
            limit(chain, DaemonProperties.MAX_RETRIES)));
  }

  private static Setting<Limit> limit(Chain chain, Property<Limit> property) {
    return chain.configured(property).orElse(Setting.builtIn(Limit.UNSET));
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
    return MapSettings.BUILT_IN
        .change()
        .alias(aliases.of(wwid))
        .userFriendlyNames(chain.setting(MapProperties.USER_FRIENDLY_NAMES))
        .aliasPrefix(chain.setting(MapProperties.ALIAS_PREFIX))
        .groupingPolicy(Detection.groupingPolicy(chain, prioritizers))
        .groupPriority(
            chain
                .configured(MapProperties.PG_PRIO_CALC)
                .orElse(MapSettings.BUILT_IN.groupPriority()))
        .selector(new Setting<>(selector.value().before().get(0), selector.origin()))
        .selectorArguments(new Setting<>(selector.value().words(), selector.origin()))
        .failback(chain.setting(MapProperties.FAILBACK))
        .noPathRetry(features.noPathRetry())
        .repeatCount(repeatCount(chain))
        .repeatByPriority(chain.setting(MapProperties.RR_WEIGHT))
        .features(features.words())
        .hardwareHandler(Detection.hardwareHandler(chain, paths))
        .purgeDisconnected(chain.setting(PathProperties.PURGE_DISCONNECTED))
        .shakyPaths(ShakyPaths.of(chain, daemon))
        .creation(creation(chain))
        .removal(
            new RemovalSettings(
                chain.setting(MapProperties.FLUSH_ON_LAST_DEL),
                chain.setting(MapProperties.DEFERRED_REMOVE)))
        .reservation(
            new ReservationSettings(
                chain.configured(MapProperties.RESERVATION_KEY),
                chain.setting(PathProperties.ALL_TG_PT)))
        .build();
  }

  private static CreationSettings creation(Chain chain) {
    Setting<Limit> ghostDelay = chain.setting(MapProperties.GHOST_DELAY);
    return new CreationSettings(
        new Setting<>(ghostDelay.value().amount(), ghostDelay.origin()),
        chain.setting(MapProperties.SKIP_KPARTX),
        chain
            .configured(MapProperties.MAX_SECTORS_KB)
            .map(found -> new Setting<>(Limit.of(found.value()), found.origin()))
            .orElse(Setting.builtIn(Limit.UNSET)),
        chain.configured(MapProperties.MODE),
        chain.configured(MapProperties.UID),
        chain.configured(MapProperties.GID));
  }

  /** 0 is allowed in the file; the kernel wants 1 at least. */
  private static Setting<Integer> repeatCount(Chain chain) {
    Setting<Integer> configured = chain.setting(MapProperties.RR_MIN_IO_RQ);
    return new Setting<>(Math.max(1, configured.value()), configured.origin());
  }
}
