package org.polypath.client.configuration;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.polypath.api.settings.Finding;
import org.polypath.config.PluginContributions;
import org.polypath.config.SourceText;

/**
 * What plug-ins bring to a configuration.
 *
 * @param hardware their hardware entries, weak ones first
 * @param findings what could not be read of them
 * @param names the names under which they are found, by kind
 */
record InstalledPlugins(
    List<SourceText> hardware, List<Finding> findings, Map<PluginKind, Set<String>> names) {
  /** Nothing is known of plug-ins. */
  static final InstalledPlugins NONE = new InstalledPlugins(List.of(), List.of(), Map.of());

  InstalledPlugins {
    hardware = List.copyOf(hardware);
    findings = List.copyOf(findings);
    names = Map.copyOf(names);
  }

  /** What of it belongs to a configuration. */
  PluginContributions contributions() {
    return new PluginContributions(
        hardware, names.getOrDefault(PluginKind.POLICY, Set.of()), findings);
  }
}
