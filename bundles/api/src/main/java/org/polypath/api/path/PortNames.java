package org.polypath.api.path;

import java.util.Optional;

/**
 * The transport's names of a path's two ends, as sysfs gives them; empty where the transport has
 * none.
 *
 * @param hostNode node name of the host adapter
 * @param hostPort port name of the host adapter
 * @param targetNode node name of the target; for iSCSI the target's name
 * @param targetPort port name of the target
 */
public record PortNames(
    Optional<String> hostNode,
    Optional<String> hostPort,
    Optional<String> targetNode,
    Optional<String> targetPort) {
  /** No names at all. */
  public static final PortNames NONE =
      new PortNames(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
