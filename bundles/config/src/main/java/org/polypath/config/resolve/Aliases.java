package org.polypath.config.resolve;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.polypath.api.path.Wwid;
import org.polypath.api.settings.Finding;
import org.polypath.api.settings.Finding.Severity;
import org.polypath.api.settings.Origin;
import org.polypath.api.settings.Setting;
import org.polypath.config.model.Assigned;
import org.polypath.config.model.MultipathEntry;
import org.polypath.config.property.EntryProperties;

/**
 * The names fixed in {@code multipaths}. One name for two maps holds for the one with the lesser
 * WWID, wherever the entries stand, as in the reference.
 *
 * @param fixed the names by WWID
 * @param findings names that are not used, and why
 */
public record Aliases(Map<String, Setting<String>> fixed, List<Finding> findings) {
  /** Copies the collections. */
  public Aliases {
    fixed = Map.copyOf(fixed);
    findings = List.copyOf(findings);
  }

  /** The names in the entries. */
  public static Aliases of(List<MultipathEntry> entries) {
    Map<String, Setting<String>> fixed = new LinkedHashMap<>();
    Map<String, String> owners = new LinkedHashMap<>();
    List<Finding> findings = new ArrayList<>();
    List<MultipathEntry> sorted =
        entries.stream().sorted(Comparator.comparing(MultipathEntry::wwid)).toList();
    for (MultipathEntry entry : sorted) {
      Optional<Assigned<String>> alias = entry.values().get(EntryProperties.ALIAS);
      if (alias.isPresent()) {
        Assigned<String> line = alias.get();
        String owner = owners.putIfAbsent(line.value(), entry.wwid());
        if (owner == null) {
          Origin origin = new Origin(Origin.Kind.MULTIPATHS, line.place().text());
          fixed.put(entry.wwid(), new Setting<>(line.value(), origin));
        } else {
          findings.add(
              new Finding(
                  Severity.WARNING,
                  line.place().file(),
                  line.place().line(),
                  "alias \"" + line.value() + "\" is already that of wwid " + owner,
                  "the map " + entry.wwid() + " gets no fixed name"));
        }
      }
    }
    return new Aliases(fixed, findings);
  }

  /** The name of a map. */
  public Optional<Setting<String>> of(Wwid wwid) {
    return Optional.ofNullable(fixed.get(wwid.text()));
  }
}
