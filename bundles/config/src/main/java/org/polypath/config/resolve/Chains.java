package org.polypath.config.resolve;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.polypath.api.path.PathFacts;
import org.polypath.api.path.Wwid;
import org.polypath.api.settings.Origin.Kind;
import org.polypath.config.model.DeviceEntry;
import org.polypath.config.model.MultipathEntry;
import org.polypath.config.model.ProtocolEntry;
import org.polypath.config.model.Sections;
import org.polypath.config.resolve.Chain.Link;

/** Makes the chains of paths and maps. */
public final class Chains {
  private final Sections sections;
  private final Map<String, MultipathEntry> maps;
  private final HardwareIndex hardware;

  /** For these sections. */
  public Chains(Sections sections) {
    this.sections = sections;
    this.maps =
        sections.maps().stream()
            .collect(Collectors.toUnmodifiableMap(MultipathEntry::wwid, entry -> entry));
    this.hardware = new HardwareIndex(sections.devices());
  }

  /** For what is the daemon's own. */
  public Chain daemon() {
    return new Chain(List.of(defaults()));
  }

  /**
   * For a path or a map.
   *
   * @param path the path, or one of the map's; empty for a map without paths
   * @param wwid the WWID, if known
   */
  public Chain of(Optional<PathFacts> path, Optional<Wwid> wwid) {
    List<Link> links = new ArrayList<>();
    wwid.flatMap(this::map)
        .ifPresent(entry -> links.add(new Link(Kind.MULTIPATHS, entry.values())));
    path.flatMap(this::protocol)
        .ifPresent(entry -> links.add(new Link(Kind.PROTOCOL, entry.values())));
    links.add(new Link(Kind.OVERRIDES, sections.overrides()));
    path.ifPresent(
        facts -> {
          List<DeviceEntry> entries = hardware.matching(facts);
          for (int i = entries.size() - 1; i >= 0; i--) {
            links.add(new Link(Kind.HARDWARE, entries.get(i).values()));
          }
        });
    links.add(defaults());
    return new Chain(links);
  }

  /** The entry of a map. */
  public Optional<MultipathEntry> map(Wwid wwid) {
    return Optional.ofNullable(maps.get(wwid.text()));
  }

  private Optional<ProtocolEntry> protocol(PathFacts path) {
    return sections.protocols().stream()
        .filter(entry -> entry.type().equals(path.transport().protocol()))
        .findFirst();
  }

  private Link defaults() {
    return new Link(Kind.DEFAULTS, sections.defaults());
  }
}
