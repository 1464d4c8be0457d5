package org.polypath.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.polypath.api.path.PathFacts;
import org.polypath.api.path.Wwid;
import org.polypath.api.settings.BlacklistRule;
import org.polypath.api.settings.Configuration;
import org.polypath.api.settings.DaemonSettings;
import org.polypath.api.settings.Finding;
import org.polypath.api.settings.MapSettings;
import org.polypath.api.settings.PathSettings;
import org.polypath.api.settings.Setting;
import org.polypath.api.settings.Verdict;
import org.polypath.config.model.Assigned;
import org.polypath.config.model.DeviceEntry;
import org.polypath.config.model.MultipathEntry;
import org.polypath.config.model.RuleSet;
import org.polypath.config.model.Sections;
import org.polypath.config.print.ConfigurationPrinter;
import org.polypath.config.property.Property;
import org.polypath.config.property.StateFileProperties;
import org.polypath.config.read.Keywords;
import org.polypath.config.resolve.Aliases;
import org.polypath.config.resolve.Blacklist;
import org.polypath.config.resolve.Chain;
import org.polypath.config.resolve.Chains;
import org.polypath.config.resolve.DefaultRules;
import org.polypath.config.resolve.Explanation;
import org.polypath.config.resolve.Identity;
import org.polypath.config.resolve.ListedRules;
import org.polypath.config.resolve.Resolution;

/** A configuration made of files. Immutable; any thread may call. */
public final class ResolvedConfiguration implements Configuration {
  private final Sections sections;
  private final Chains chains;
  private final RuleSet listed;
  private final RuleSet exceptions;
  private final Identity identity;
  private final Blacklist blacklist;
  private final Resolution resolution;
  private final Aliases aliases;
  private final List<Finding> findings;

  ResolvedConfiguration(Sections sections, boolean nativeMultipath, List<Finding> findings) {
    this.chains = new Chains(sections);
    this.sections = sections;
    this.listed = DefaultRules.blacklist(sections, nativeMultipath);
    this.exceptions = DefaultRules.exceptions(sections);
    this.identity = new Identity(chains);
    this.blacklist = new Blacklist(listed, exceptions, chains, identity);
    this.aliases = Aliases.of(sections.maps());
    this.resolution = new Resolution(chains, identity, aliases);
    this.findings = Stream.concat(findings.stream(), aliases.findings().stream()).toList();
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

  /** Where generated names are kept; empty: where they usually are. */
  public Optional<Path> bindingsFile() {
    return sections.defaults().value(StateFileProperties.BINDINGS_FILE);
  }

  /** Where the WWIDs of known maps are kept; empty: where they usually are. */
  public Optional<Path> wwidsFile() {
    return sections.defaults().value(StateFileProperties.WWIDS_FILE);
  }

  /**
   * The lines in force that set a keyword, hardware entries of plug-ins included.
   *
   * @throws org.polypath.api.settings.UnknownKeywordException if there is no such keyword
   */
  public List<ConfiguredLine> lines(String keyword) {
    Property<?> property = Keywords.find(keyword);
    return sections
        .values()
        .flatMap(values -> values.get(property).stream())
        .map(ResolvedConfiguration::line)
        .toList();
  }

  private static ConfiguredLine line(Assigned<?> line) {
    String value = line.written().replaceAll("^\"|\"$", "");
    return new ConfiguredLine(line.place().file(), line.place().line(), value);
  }

  @Override
  public List<Finding> findings() {
    return findings;
  }

  @Override
  public Verdict verdict(String name) {
    return blacklist.verdict(name);
  }

  @Override
  public List<BlacklistRule> blacklist() {
    return ListedRules.of(listed, sections.blacklist());
  }

  @Override
  public List<BlacklistRule> exceptions() {
    return ListedRules.of(exceptions, sections.exceptions());
  }

  @Override
  public Optional<Setting<String>> setting(String keyword, PathFacts path) {
    Property<?> property = Keywords.find(keyword);
    Chain chain = chains.of(Optional.of(path), wwid(path).map(Setting::value));
    return Explanation.of(property, path, chain);
  }

  @Override
  public String unset(String keyword) {
    return Keywords.find(keyword).whenUnset();
  }

  @Override
  public String print() {
    return ConfigurationPrinter.print(sections, listed, exceptions, daemon(), Map.of());
  }

  @Override
  public String print(List<PathFacts> paths, Map<Wwid, String> names) {
    List<DeviceEntry> devices =
        sections.devices().stream()
            .filter(entry -> paths.stream().anyMatch(entry::matches))
            .toList();
    List<MultipathEntry> maps =
        sections.maps().stream()
            .filter(entry -> names.keySet().stream().anyMatch(w -> w.text().equals(entry.wwid())))
            .toList();
    Sections local =
        new Sections(
            sections.defaults(),
            sections.overrides(),
            sections.protocols(),
            devices,
            maps,
            sections.blacklist(),
            sections.exceptions());
    return ConfigurationPrinter.print(local, listed, exceptions, daemon(), names);
  }
}
