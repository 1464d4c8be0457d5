package org.polypath.config;

import java.util.List;
import java.util.Set;
import org.polypath.api.settings.Finding;

/**
 * What plug-ins bring to a configuration, at one moment.
 *
 * @param hardware their hardware entries, weak ones first
 * @param policies the names of their grouping policies
 * @param findings what could not be had of them, and why
 */
public record PluginContributions(
    List<SourceText> hardware, Set<String> policies, List<Finding> findings) {
  /** Copies lists and names. */
  public PluginContributions {
    hardware = List.copyOf(hardware);
    policies = Set.copyOf(policies);
    findings = List.copyOf(findings);
  }
}
