package org.polypath.prioritizer.file;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.polypath.api.path.PathFacts;
import org.polypath.api.path.ScsiAddress;

/**
 * A line of the primary-paths file: {@code host_wwpn target_wwpn scsi_id [device wwid …] priority}.
 * What stands between the third column and the last one is for people.
 *
 * @param hostPort port name of the host adapter
 * @param targetPort port name of the target
 * @param disk the disk's WWID, or the path's SCSI address {@code H:C:T:L}
 * @param priority what such a path gets, 0 or more
 */
record PrimaryPath(String hostPort, String targetPort, String disk, int priority) {
  /** Stands for any value. */
  private static final String ANY = "*";

  private static final int FEWEST_COLUMNS = 4;

  /**
   * Reads a line.
   *
   * @throws IllegalArgumentException if it is none; the message says why
   */
  static PrimaryPath parse(String line) {
    List<String> columns = List.of(line.strip().split("\\s+"));
    String last = columns.get(columns.size() - 1);
    if (columns.size() < FEWEST_COLUMNS) {
      throw new IllegalArgumentException(
          columns.size() + " columns, wanted: host_wwpn target_wwpn scsi_id [...] priority");
    }
    if (!last.matches("[0-9]{1,9}")) {
      throw new IllegalArgumentException("no priority in the last column: " + last);
    }
    return new PrimaryPath(
        plain(columns.get(0)),
        plain(columns.get(1)),
        plain(columns.get(2)),
        Integer.parseInt(last));
  }

  /** Whether it speaks of a path. */
  boolean fits(PathFacts path) {
    return isPort(hostPort, path.ports().hostPort())
        && isPort(targetPort, path.ports().targetPort().or(() -> path.ports().targetNode()))
        && isDisk(path);
  }

  private static boolean isPort(String wanted, Optional<String> port) {
    return wanted.equals(ANY) || port.map(PrimaryPath::plain).filter(wanted::equals).isPresent();
  }

  private boolean isDisk(PathFacts path) {
    return disk.equals(ANY)
        || Optional.ofNullable(path.properties().get("ID_SERIAL")).filter(this::isDisk).isPresent()
        || path.pageIdentifier().filter(wwid -> isDisk(wwid.text())).isPresent()
        || path.address().map(ScsiAddress::toString).filter(this::isDisk).isPresent();
  }

  private boolean isDisk(String name) {
    return plain(name).equals(disk);
  }

  /** A name as both sides may write it: {@code 0x} before hexadecimal digits says nothing. */
  private static String plain(String name) {
    String small = name.toLowerCase(Locale.ROOT);
    return small.startsWith("0x") ? small.substring(2) : small;
  }
}
