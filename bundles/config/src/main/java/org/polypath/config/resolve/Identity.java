package org.polypath.config.resolve;

import java.util.Optional;
import org.polypath.api.path.PathFacts;
import org.polypath.api.path.Wwid;
import org.polypath.api.settings.Origin;
import org.polypath.api.settings.Setting;
import org.polypath.config.property.AttributesByName;
import org.polypath.config.property.DaemonProperties;
import org.polypath.config.property.PathProperties;

/** Which udev property holds a path's WWID, and the WWID. */
public final class Identity {
  private static final Origin DEVICE =
      new Origin(Origin.Kind.DETECTED, "reported by the device itself");

  private final Chains chains;

  /** By these chains. */
  public Identity(Chains chains) {
    this.chains = chains;
  }

  /** The name of the udev property; empty text: none, the device is asked. */
  public Setting<String> attribute(PathFacts path) {
    return byName(path).or(() -> configured(path)).orElseGet(() -> Setting.builtIn(usual(path)));
  }

  private Optional<Setting<String>> byName(PathFacts path) {
    return chains
        .daemon()
        .configured(DaemonProperties.UID_ATTRS)
        .flatMap(
            records ->
                AttributesByName.find(records.value(), path.name())
                    .map(attribute -> new Setting<>(attribute, records.origin())));
  }

  private Optional<Setting<String>> configured(PathFacts path) {
    Optional<Setting<String>> configured =
        chains.of(Optional.of(path), Optional.empty()).configured(PathProperties.UID_ATTRIBUTE);
    // section defaults means SCSI disks: for the others the bus' own property beats it
    boolean general =
        configured.map(found -> found.origin().kind() == Origin.Kind.DEFAULTS).orElse(false);
    return general && !usual(path).equals("ID_SERIAL") ? Optional.empty() : configured;
  }

  private static String usual(PathFacts path) {
    if (path.transport().protocol().startsWith("nvme:")) {
      return "ID_WWN";
    }
    return path.name().startsWith("dasd") ? "ID_UID" : "ID_SERIAL";
  }

  /**
   * The WWID: the udev property's text; if that is the bus' usual one, or none is to be asked, also
   * what the device itself reports.
   */
  public Optional<Setting<Wwid>> wwid(PathFacts path) {
    Setting<String> attribute = attribute(path);
    Optional<Setting<Wwid>> fromUdev =
        Optional.ofNullable(path.properties().get(attribute.value()))
            .filter(Wwid::isValid)
            .map(
                text ->
                    new Setting<>(
                        new Wwid(text),
                        new Origin(
                            attribute.origin().kind(),
                            ("udev property "
                                    + attribute.value()
                                    + " "
                                    + attribute.origin().place())
                                .strip())));
    // a property that somebody chose is not replaced by another identity
    boolean usual = attribute.value().isEmpty() || attribute.value().equals(usual(path));
    return usual
        ? fromUdev.or(() -> path.pageIdentifier().map(wwid -> new Setting<>(wwid, DEVICE)))
        : fromUdev;
  }
}
