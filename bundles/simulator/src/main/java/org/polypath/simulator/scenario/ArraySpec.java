package org.polypath.simulator.scenario;

import java.util.List;
import org.polypath.simulator.scsi.Personality;

/**
 * A storage array of a scenario.
 *
 * @param name its name in the scenario and in commands
 * @param vendor vendor identification, at most 8 characters
 * @param product product identification, at most 16 characters
 * @param revision product revision level, at most 4 characters
 * @param asymmetric whether it reports target port groups (ALUA) or serves all ports alike
 * @param personality what makes it one of a vendor's
 * @param groups its target port groups, at least one
 * @param ports its target ports, at least one
 * @param units its LUNs
 */
public record ArraySpec(
    String name,
    String vendor,
    String product,
    String revision,
    boolean asymmetric,
    Personality personality,
    List<GroupSpec> groups,
    List<PortSpec> ports,
    List<UnitSpec> units) {
  /** Copies the lists. */
  public ArraySpec {
    groups = List.copyOf(groups);
    ports = List.copyOf(ports);
    units = List.copyOf(units);
  }
}
