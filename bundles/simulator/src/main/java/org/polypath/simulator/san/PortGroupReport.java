package org.polypath.simulator.san;

import java.nio.ByteBuffer;
import java.util.List;

/** REPORT TARGET PORT GROUPS parameter data (SPC-4 6.37). */
final class PortGroupReport {
  private static final int GROUP_HEADER = 8;
  private static final int PREFERRED = 0x80;

  /** Transitioning, unavailable, standby, non-optimized and optimized can occur. */
  private static final int SUPPORTED = 0x8f;

  /** Why a group is in its state: the array changed it by itself. */
  private static final int IMPLICIT_CHANGE = 2;

  private PortGroupReport() {}

  /**
   * The report.
   *
   * @param extended whether the longer header with the transition time is asked for
   */
  static byte[] of(StorageArray array, boolean extended) {
    int header = extended ? 8 : 4;
    int length = header + array.groups().size() * GROUP_HEADER + array.ports().size() * 4;
    ByteBuffer data = ByteBuffer.allocate(length);
    data.putInt(length - 4);
    if (extended) {
      data.put(new byte[] {0x10, 0, 0, 0});
    }
    array.groups().forEach(group -> put(data, array, group));
    return data.array();
  }

  private static void put(ByteBuffer data, StorageArray array, PortGroup group) {
    List<TargetPort> ports = array.ports().stream().filter(port -> port.group() == group).toList();
    data.put((byte) ((group.isPreferred() ? PREFERRED : 0) | group.state().code()));
    data.put((byte) SUPPORTED);
    data.putShort((short) group.number());
    data.put(new byte[] {0, IMPLICIT_CHANGE, 0, (byte) ports.size()});
    ports.forEach(port -> data.putShort((short) 0).putShort((short) port.relative()));
  }
}
