package org.polypath.config.model;

import java.util.List;
import java.util.stream.Stream;

/**
 * Everything that files say, merged.
 *
 * @param defaults section {@code defaults}
 * @param overrides section {@code overrides}
 * @param protocols entries of it for transports; no two for one transport
 * @param devices hardware entries, weak ones first
 * @param maps entries of {@code multipaths}; no two for one WWID
 * @param blacklist what is left alone
 * @param exceptions what is not left alone after all
 */
public record Sections(
    Values defaults,
    Values overrides,
    List<ProtocolEntry> protocols,
    List<DeviceEntry> devices,
    List<MultipathEntry> maps,
    RuleSet blacklist,
    RuleSet exceptions) {
  /** Nothing said. */
  public static final Sections EMPTY =
      new Sections(
          Values.NONE, Values.NONE, List.of(), List.of(), List.of(), RuleSet.NONE, RuleSet.NONE);

  /** Copies the lists. */
  public Sections {
    protocols = List.copyOf(protocols);
    devices = List.copyOf(devices);
    maps = List.copyOf(maps);
  }

  /** What each section sets. */
  public Stream<Values> values() {
    return Stream.of(
            Stream.of(defaults, overrides),
            protocols.stream().map(ProtocolEntry::values),
            devices.stream().map(DeviceEntry::values),
            maps.stream().map(MultipathEntry::values))
        .flatMap(values -> values);
  }
}
