package org.polypath.dm.library;

import com.sun.jna.LastErrorException;
import com.sun.jna.Memory;
import org.polypath.api.path.DeviceNumber;

/**
 * Requests to {@code /dev/mapper/control} and their argument, {@code struct dm_ioctl} (Linux {@code
 * uapi/linux/dm-ioctl.h}; it has the same layout on all architectures).
 */
final class ControlRequest {
  /** The control node. */
  static final String NODE = "/dev/mapper/control";

  /** {@code DM_DEV_SUSPEND}: read and write, type 0xfd, number 6, 312 bytes. */
  static final int SUSPEND = 0xC138FD06;

  /** {@code DM_DEV_ARM_POLL}: number 16. */
  static final int ARM_POLL = 0xC138FD10;

  private static final int SIZE = 312;
  private static final int OPEN_FOR_READING_AND_WRITING = 2;
  private static final int CLOSE_ON_EXEC = 0x80000;

  private ControlRequest() {}

  /** A descriptor of the control node. */
  static int open(SystemLibrary system) throws LastErrorException {
    return system.open(NODE, OPEN_FOR_READING_AND_WRITING | CLOSE_ON_EXEC);
  }

  /** An argument that says nothing but versions and sizes. */
  static Memory argument() {
    Memory argument = new Memory(SIZE);
    argument.clear();
    argument.setInt(0, 4);
    argument.setInt(4, 37);
    argument.setInt(12, SIZE);
    argument.setInt(16, SIZE);
    return argument;
  }

  /** Fills in the device, flags and event number. */
  static void describe(Memory argument, DeviceNumber number, int flags, int eventNumber) {
    argument.setInt(28, flags);
    argument.setInt(32, eventNumber);
    long minor = number.minor();
    argument.setLong(40, (minor & 0xff) | ((long) number.major() << 8) | ((minor & ~0xffL) << 12));
  }

  /** The flags the kernel answered with. */
  static int flags(Memory argument) {
    return argument.getInt(28);
  }
}
