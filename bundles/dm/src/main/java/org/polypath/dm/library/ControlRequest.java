package org.polypath.dm.library;

import com.sun.jna.LastErrorException;
import com.sun.jna.Memory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.polypath.api.device.Bytes;
import org.polypath.dm.Target;

/**
 * A request to {@code /dev/mapper/control} and its argument, {@code struct dm_ioctl} with what may
 * follow it (Linux {@code uapi/linux/dm-ioctl.h}; it has the same layout on all architectures).
 *
 * @param minorVersion the interface it needs is 4 and this; a kernel refuses one above its own
 * @param uuid dm UUID of the device it is about, as the kernel holds it; empty text for none
 * @param flags {@code DM_…_FLAG}
 * @param eventNumber what names a cookie to udev
 * @param targets how many targets the payload has
 * @param payload what follows the structure
 */
record ControlRequest(
    int minorVersion, String uuid, int flags, int eventNumber, int targets, Bytes payload) {
  /** The control node. */
  static final String NODE = "/dev/mapper/control";

  /** {@code DM_DEV_REMOVE}: read and write, type 0xfd, number 4, 312 bytes. */
  static final int REMOVE = 0xC138FD04;

  /** {@code DM_DEV_SUSPEND}: number 6. */
  static final int SUSPEND = 0xC138FD06;

  /** {@code DM_TABLE_LOAD}: number 9. */
  static final int LOAD = 0xC138FD09;

  /** {@code DM_TARGET_MSG}: number 14. */
  static final int MESSAGE = 0xC138FD0E;

  /** {@code DM_DEV_ARM_POLL}: number 16. */
  static final int ARM_POLL = 0xC138FD10;

  private static final int SIZE = 312;

  /** Where the UUID is, 129 bytes with its NUL; name and number before it stay empty. */
  private static final int UUID = 176;

  private static final int LONGEST_UUID = 128;

  /** Size of {@code struct dm_target_spec}, and where its fields are. */
  private static final int TARGET_SIZE = 40;

  private static final int TARGET_LENGTH = 8;
  private static final int TARGET_NEXT = 20;
  private static final int TARGET_TYPE = 24;
  private static final int LONGEST_TYPE = 15;

  private static final int ALIGNMENT = 8;
  private static final int OPEN_FOR_READING_AND_WRITING = 2;
  private static final int CLOSE_ON_EXEC = 0x80000;

  /** Refuses a UUID that the structure has no room for. */
  ControlRequest {
    if (uuid.length() > LONGEST_UUID) {
      throw new IllegalArgumentException("a dm UUID has at most 128 bytes: " + uuid);
    }
  }

  /** Of the node itself, not of a device: needs the interface of Linux 4.14. */
  static ControlRequest armPoll() {
    return new ControlRequest(37, "", 0, 0, 0, Bytes.EMPTY);
  }

  /**
   * A request about the device of a UUID, and about no other: the kernel looks at nothing else.
   *
   * @param uuid as it is, without the encoding that the kernel holds it in
   */
  static ControlRequest on(String uuid) {
    return new ControlRequest(0, EncodedUuid.of(uuid), 0, 0, 0, Bytes.EMPTY);
  }

  ControlRequest flags(int value) {
    return new ControlRequest(minorVersion, uuid, value, eventNumber, targets, payload);
  }

  ControlRequest event(int value) {
    return new ControlRequest(minorVersion, uuid, flags, value, targets, payload);
  }

  /** With a table of one target: {@code struct dm_target_spec} and its parameters. */
  ControlRequest target(Target target) {
    byte[] type = target.type().getBytes(StandardCharsets.UTF_8);
    byte[] parameters = target.text().getBytes(StandardCharsets.UTF_8);
    if (type.length > LONGEST_TYPE) {
      throw new IllegalArgumentException("a target type has at most 15 bytes: " + target.type());
    }
    int length = (TARGET_SIZE + parameters.length + 1 + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    ByteBuffer table = ByteBuffer.allocate(length).order(ByteOrder.nativeOrder());
    table.putLong(0, target.start());
    table.putLong(TARGET_LENGTH, target.sectors());
    table.putInt(TARGET_NEXT, length);
    table.put(TARGET_TYPE, type);
    table.put(TARGET_SIZE, parameters);
    return new ControlRequest(minorVersion, uuid, flags, eventNumber, 1, Bytes.of(table.array()));
  }

  /** With a message to sector 0: {@code struct dm_target_msg}. */
  ControlRequest message(String text) {
    byte[] words = text.getBytes(StandardCharsets.UTF_8);
    byte[] message = new byte[Long.BYTES + words.length + 1];
    System.arraycopy(words, 0, message, Long.BYTES, words.length);
    return new ControlRequest(minorVersion, uuid, flags, eventNumber, targets, Bytes.of(message));
  }

  /** A descriptor of the control node. */
  static int open(SystemLibrary system) throws LastErrorException {
    return system.open(NODE, OPEN_FOR_READING_AND_WRITING | CLOSE_ON_EXEC);
  }

  /** The request in memory; the kernel writes its answer there too. To be closed. */
  Memory argument() {
    Memory argument = new Memory(SIZE + payload.length());
    argument.clear();
    argument.setInt(0, 4);
    argument.setInt(4, minorVersion);
    argument.setInt(12, SIZE + payload.length());
    argument.setInt(16, SIZE);
    argument.setInt(20, targets);
    argument.setInt(28, flags);
    argument.setInt(32, eventNumber);
    byte[] address = uuid.getBytes(StandardCharsets.US_ASCII);
    argument.write(UUID, address, 0, address.length);
    argument.write(SIZE, payload.toArray(), 0, payload.length());
    return argument;
  }

  /** The flags the kernel answered with. */
  static int flags(Memory argument) {
    return argument.getInt(28);
  }
}
