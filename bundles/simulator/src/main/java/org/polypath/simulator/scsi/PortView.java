package org.polypath.simulator.scsi;

import java.util.List;

/**
 * A LUN as one target port has it.
 *
 * @param number the LUN
 * @param naa its NAA designator in 32 hexadecimal digits
 * @param mapped whether the host may see it
 * @param controllers the names of the array's controllers, sorted
 * @param controller the one that the port is on
 * @param owner the one that serves the LUN now
 * @param home the one that the LUN belongs to
 * @param iscsi whether the port is one of iSCSI
 */
public record PortView(
    long number,
    String naa,
    boolean mapped,
    List<String> controllers,
    String controller,
    String owner,
    String home,
    boolean iscsi) {
  /** Copies the list. */
  public PortView {
    controllers = List.copyOf(controllers);
  }

  boolean isOwner() {
    return controller.equals(owner);
  }

  boolean isHome() {
    return controller.equals(home);
  }

  int index(String name) {
    return controllers.indexOf(name);
  }
}
