package org.polypath.config.print;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.polypath.api.path.Wwid;
import org.polypath.api.settings.DaemonSettings;
import org.polypath.config.model.DeviceEntry;
import org.polypath.config.model.DeviceRule;
import org.polypath.config.model.MultipathEntry;
import org.polypath.config.model.ProtocolEntry;
import org.polypath.config.model.Rule;
import org.polypath.config.model.RuleSet;
import org.polypath.config.model.Sections;
import org.polypath.config.model.Values;
import org.polypath.config.property.DaemonProperties;
import org.polypath.config.property.EntryProperties;
import org.polypath.config.property.Property;
import org.polypath.config.property.PropertyTable;
import org.polypath.config.property.Quoted;
import org.polypath.config.property.Section;

/** Prints a configuration as {@code multipath -t} does; what it prints reads back the same. */
public final class ConfigurationPrinter {
  private final SectionWriter writer = new SectionWriter();
  private final DaemonSettings daemon;
  private final Map<Wwid, String> names;

  private ConfigurationPrinter(DaemonSettings daemon, Map<Wwid, String> names) {
    this.daemon = daemon;
    this.names = names;
  }

  /**
   * Prints a configuration.
   *
   * @param sections what the files say
   * @param blacklist the rules in force, built-in ones included
   * @param exceptions the same for exceptions
   * @param daemon the daemon's settings as resolved
   * @param names maps to be shown with their names, configured or not
   */
  public static String print(
      Sections sections,
      RuleSet blacklist,
      RuleSet exceptions,
      DaemonSettings daemon,
      Map<Wwid, String> names) {
    ConfigurationPrinter printer = new ConfigurationPrinter(daemon, names);
    printer.sections(sections, blacklist, exceptions);
    return printer.writer.text();
  }

  private void sections(Sections sections, RuleSet blacklist, RuleSet exceptions) {
    writer.section(Section.DEFAULTS.keyword(), () -> defaults(sections.defaults()));
    writer.section(Section.BLACKLIST.keyword(), () -> rules(blacklist));
    writer.section(Section.EXCEPTIONS.keyword(), () -> rules(exceptions));
    writer.section(Section.DEVICES.keyword(), () -> sections.devices().forEach(this::device));
    writer.section(Section.OVERRIDES.keyword(), () -> overrides(sections));
    if (!sections.maps().isEmpty() || !names.isEmpty()) {
      writer.section(Section.MULTIPATHS.keyword(), () -> maps(sections.maps()));
    }
  }

  private void maps(List<MultipathEntry> entries) {
    entries.stream().sorted(Comparator.comparing(MultipathEntry::wwid)).forEach(this::map);
    Set<String> configured =
        entries.stream().map(MultipathEntry::wwid).collect(Collectors.toUnmodifiableSet());
    names.entrySet().stream()
        .filter(map -> !configured.contains(map.getKey().text()))
        .sorted(Map.Entry.comparingByValue())
        .forEach(map -> named(map.getKey(), map.getValue()));
  }

  /** A map that no entry is about: its name is worth knowing, but it is no setting. */
  private void named(Wwid wwid, String name) {
    writer.section(
        Section.MULTIPATH.keyword(),
        () ->
            writer
                .value(EntryProperties.WWID.keyword(), Quoted.of(wwid.text()))
                .comment("alias " + Quoted.of(name)));
  }

  private void defaults(Values values) {
    for (Property<?> property : PropertyTable.current(Section.DEFAULTS)) {
      inForce(values, property).ifPresent(written -> writer.value(property.keyword(), written));
    }
  }

  private <T> Optional<String> inForce(Values values, Property<T> property) {
    if (property.equals(DaemonProperties.POLLING_INTERVAL)) {
      return Optional.of(daemon.pollingInterval().value().toString());
    }
    if (property.equals(DaemonProperties.MAX_POLLING_INTERVAL)) {
      return Optional.of(daemon.maxPollingInterval().value().toString());
    }
    return values.value(property).or(property::builtIn).map(property.type()::write);
  }

  private void values(Section section, Values values) {
    for (Property<?> property : PropertyTable.current(section)) {
      values.get(property).ifPresent(line -> writer.value(property.keyword(), line.written()));
    }
  }

  private void device(DeviceEntry entry) {
    writer.section(Section.DEVICE.keyword(), () -> values(Section.DEVICE, entry.values()));
  }

  private void map(MultipathEntry entry) {
    writer.section(Section.MULTIPATH.keyword(), () -> configured(entry));
  }

  private void configured(MultipathEntry entry) {
    values(Section.MULTIPATH, entry.values());
    boolean aliased = entry.values().get(EntryProperties.ALIAS).isPresent();
    names.entrySet().stream()
        .filter(map -> !aliased && map.getKey().text().equals(entry.wwid()))
        .forEach(map -> writer.comment("alias " + Quoted.of(map.getValue())));
  }

  private void overrides(Sections sections) {
    values(Section.OVERRIDES, sections.overrides());
    sections.protocols().forEach(this::protocol);
  }

  private void protocol(ProtocolEntry entry) {
    writer.section(Section.PROTOCOL.keyword(), () -> values(Section.PROTOCOL, entry.values()));
  }

  private void rules(RuleSet set) {
    for (Property<?> property : PropertyTable.current(Section.BLACKLIST)) {
      set.about(property.keyword()).forEach(this::rule);
    }
    for (DeviceRule rule : set.devices()) {
      writer.section(
          Section.LISTED_DEVICE.keyword(),
          () -> {
            rule.vendor().ifPresent(this::rule);
            rule.product().ifPresent(this::rule);
          });
    }
  }

  private void rule(Rule rule) {
    writer.value(rule.keyword(), Quoted.of(rule.text()));
  }
}
