package org.polypath.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.polypath.api.path.PathFacts;
import org.polypath.api.path.Wwid;
import org.polypath.api.settings.Configuration;
import org.polypath.api.settings.DaemonSettings;
import org.polypath.api.settings.Finding;
import org.polypath.api.settings.MapSettings;
import org.polypath.api.settings.PathSettings;
import org.polypath.api.settings.Setting;
import org.polypath.api.settings.Verdict;
import org.polypath.config.model.Sections;
import org.polypath.config.resolve.Aliases;
import org.polypath.config.resolve.Blacklist;
import org.polypath.config.resolve.Chains;
import org.polypath.config.resolve.Identity;
import org.polypath.config.resolve.Resolution;

/** A configuration made of files. Immutable; any thread may call. */
public final class ResolvedConfiguration implements Configuration {
  private final Identity identity;
  private final Blacklist blacklist;
  private final Resolution resolution;
  private final Aliases aliases;
  private final List<Finding> findings;

  private ResolvedConfiguration(
      Identity identity,
      Blacklist blacklist,
      Resolution resolution,
      Aliases aliases,
      List<Finding> findings) {
    this.identity = identity;
    this.blacklist = blacklist;
    this.resolution = resolution;
    this.aliases = aliases;
    this.findings = findings;
  }

  static ResolvedConfiguration of(
      Sections sections, boolean nativeMultipath, List<Finding> findings) {
    Chains chains = new Chains(sections);
    Identity identity = new Identity(chains);
    Aliases aliases = Aliases.of(sections.maps());
    return new ResolvedConfiguration(
        identity,
        new Blacklist(sections, nativeMultipath, chains, identity),
        new Resolution(chains, identity, aliases),
        aliases,
        java.util.stream.Stream.concat(findings.stream(), aliases.findings().stream()).toList());
  }

  @Override
  public DaemonSettings daemon() {
    return resolution.daemon();
  }

  @Override
  public Optional<Setting<Wwid>> wwid(PathFacts path) {
    return identity.wwid(path);
  }

  @Override
  public Verdict verdict(PathFacts path) {
    return blacklist.verdict(path);
  }

  @Override
  public PathSettings path(PathFacts path) {
    return resolution.path(path);
  }

  @Override
  public MapSettings map(Wwid wwid, List<PathFacts> paths) {
    return resolution.map(wwid, paths);
  }

  /** The names fixed in {@code multipaths}, for the allocation of others. */
  public Map<String, Wwid> fixedAliases() {
    return aliases.fixed().entrySet().stream()
        .filter(entry -> Wwid.isValid(entry.getKey()))
        .collect(
            Collectors.toUnmodifiableMap(
                entry -> entry.getValue().value(), entry -> new Wwid(entry.getKey())));
  }

  @Override
  public List<Finding> findings() {
    return findings;
  }
}
