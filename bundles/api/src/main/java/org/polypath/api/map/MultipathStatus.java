package org.polypath.api.map;

import java.util.List;
import java.util.Optional;
import org.polypath.api.path.DeviceNumber;

/**
 * A multipath target's status: what {@code dmsetup status} shows after {@code multipath} (kernel
 * drivers/md/dm-mpath.c, {@code multipath_status}).
 *
 * @param queuedRequests whether I/O waits in the map: 0 for no; older kernels say how many wait
 * @param groupInitializations path group initialisations under way
 * @param hardwareHandler the handler's status words
 * @param nextGroup the group in use, or that will be next, from 1
 * @param groups the groups in table order
 */
public record MultipathStatus(
    int queuedRequests,
    int groupInitializations,
    List<String> hardwareHandler,
    int nextGroup,
    List<StatusGroup> groups) {
  /** A status that says nothing. */
  public static final MultipathStatus NONE = new MultipathStatus(0, 0, List.of(), 0, List.of());

  /** Copies the lists. */
  public MultipathStatus {
    hardwareHandler = List.copyOf(hardwareHandler);
    groups = List.copyOf(groups);
  }

  /** The status of a path, if it is in the map. */
  public Optional<StatusPath> path(DeviceNumber device) {
    return groups.stream()
        .flatMap(group -> group.paths().stream())
        .filter(path -> path.device().equals(device))
        .findFirst();
  }

  /**
   * Reads the text as the kernel gives it.
   *
   * @return empty if the text is no multipath status
   */
  public static Optional<MultipathStatus> parse(String text) {
    Words words = new Words(text);
    try {
      List<String> values = words.counted();
      List<String> handler = words.counted();
      int groupCount = words.number();
      int next = words.number();
      List<StatusGroup> groups = words.repeat(groupCount, () -> StatusGroup.read(words));
      return Optional.of(
          new MultipathStatus(value(values, 0), value(values, 1), handler, next, groups));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static int value(List<String> values, int index) {
    return index < values.size() ? Integer.parseInt(values.get(index)) : 0;
  }
}
