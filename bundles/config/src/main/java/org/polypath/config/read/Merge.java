package org.polypath.config.read;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import org.polypath.config.model.Assigned;
import org.polypath.config.model.DeviceEntry;
import org.polypath.config.model.MultipathEntry;
import org.polypath.config.model.ProtocolEntry;
import org.polypath.config.model.RuleSet;
import org.polypath.config.model.Sections;
import org.polypath.config.model.Values;
import org.polypath.config.property.EntryProperties;
import org.polypath.config.property.Property;
import org.polypath.config.syntax.Place;

/** Merges files, one after the other; later ones beat earlier ones. Used by one thread. */
final class Merge {
  private final Findings findings;
  private Values defaults = Values.NONE;
  private Values overrides = Values.NONE;
  private final Map<String, ProtocolEntry> protocols = new LinkedHashMap<>();
  private final Map<List<Optional<String>>, DeviceEntry> devices = new LinkedHashMap<>();
  private final Map<String, MultipathEntry> maps = new LinkedHashMap<>();
  private RuleSet blacklist = RuleSet.NONE;
  private RuleSet exceptions = RuleSet.NONE;

  Merge(Findings findings) {
    this.findings = findings;
  }

  void add(Body file) {
    for (Body body : file.children()) {
      switch (body.section()) {
        case DEFAULTS -> defaults = defaults.merge(Values.of(body.lines()));
        case OVERRIDES -> overrides(body);
        case DEVICES -> body.children().forEach(this::device);
        case MULTIPATHS -> body.children().forEach(this::map);
        case BLACKLIST -> blacklist = blacklist.and(RuleReader.rules(body));
        case EXCEPTIONS -> exceptions = exceptions.and(RuleReader.rules(body));
        case FILE, DEVICE, PROTOCOL, MULTIPATH, LISTED_DEVICE ->
            throw new IllegalStateException("a file has no section " + body.section() + " itself");
      }
    }
  }

  private void overrides(Body body) {
    overrides = overrides.merge(Values.of(body.lines()));
    for (Body child : body.children()) {
      Values values = Values.of(child.lines());
      required(child.place(), "protocol", values, EntryProperties.TYPE)
          .map(type -> new ProtocolEntry(type, values, child.place()))
          .ifPresent(
              entry -> put(protocols, entry.type(), entry, ProtocolEntry::merge, entry.place()));
    }
  }

  private void device(Body body) {
    Values values = Values.of(body.lines());
    Optional<String> vendor = values.value(EntryProperties.VENDOR);
    Optional<String> product = values.value(EntryProperties.PRODUCT);
    if (vendor.isEmpty() || product.isEmpty()) {
      findings.warn(
          body.place(), "device config missing vendor or product parameter", "entry ignored");
      return;
    }
    // an entry for the same hardware moves to the later place, as in the reference
    DeviceEntry entry = new DeviceEntry(values, body.place());
    Optional<DeviceEntry> known = Optional.ofNullable(devices.remove(entry.hardware()));
    devices.put(entry.hardware(), known.map(earlier -> earlier.merge(entry)).orElse(entry));
    known
        .filter(earlier -> earlier.place().file().equals(entry.place().file()))
        .ifPresent(
            earlier ->
                findings.warn(
                    entry.place(),
                    "duplicate device section for " + vendor.get() + ":" + product.get(),
                    "merged with that of line " + earlier.place().line()));
  }

  private void map(Body body) {
    Values values = Values.of(body.lines());
    required(body.place(), "multipath", values, EntryProperties.WWID)
        .map(wwid -> new MultipathEntry(wwid, values, body.place()))
        .ifPresent(entry -> put(maps, entry.wwid(), entry, MultipathEntry::merge, entry.place()));
  }

  private Optional<String> required(
      Place place, String section, Values values, Property<String> property) {
    Optional<String> value = values.get(property).map(Assigned::value);
    if (value.isEmpty()) {
      findings.warn(place, section + " section missing " + property.keyword(), "section ignored");
    }
    return value;
  }

  private <E> void put(
      Map<String, E> entries, String key, E entry, BinaryOperator<E> merge, Place place) {
    E known = entries.putIfAbsent(key, entry);
    if (known != null) {
      findings.warn(place, "duplicate section for " + key, "merged, later lines hold");
      entries.put(key, merge.apply(known, entry));
    }
  }

  Sections sections() {
    return new Sections(
        defaults,
        overrides,
        List.copyOf(protocols.values()),
        List.copyOf(devices.values()),
        List.copyOf(maps.values()),
        blacklist,
        exceptions);
  }
}
