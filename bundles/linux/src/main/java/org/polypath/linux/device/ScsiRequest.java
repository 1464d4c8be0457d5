package org.polypath.linux.device;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import org.polypath.api.device.Bytes;
import org.polypath.api.device.ScsiCommand;
import org.polypath.api.device.ScsiOutcome;
import org.polypath.linux.kernel.DeviceCalls;
import org.polypath.linux.kernel.SystemCallException;

/**
 * One command on its way through {@code SG_IO}: the native memory of the kernel's {@code struct
 * sg_io_hdr} (include/scsi/sg.h), the command block, the sense buffer and the data. The memory
 * lives until the call returns, however long the device hangs.
 */
final class ScsiRequest {
  /** As much sense data as the kernel keeps ({@code SCSI_SENSE_BUFFERSIZE}). */
  private static final int SENSE_LENGTH = 96;

  private static final int DIRECTION_NONE = -1;
  private static final int DIRECTION_TO_DEVICE = -2;
  private static final int DIRECTION_FROM_DEVICE = -3;

  private static final int DIRECTION = 4;
  private static final int COMMAND_LENGTH = 8;
  private static final int SENSE_LIMIT = 9;
  private static final int DATA_LENGTH = 12;
  private static final int DATA_POINTER = 16;
  private static final int COMMAND_POINTER = DATA_POINTER + Native.POINTER_SIZE;
  private static final int SENSE_POINTER = COMMAND_POINTER + Native.POINTER_SIZE;
  private static final int TIMEOUT = SENSE_POINTER + Native.POINTER_SIZE;
  private static final int PACKET = TIMEOUT + 8;
  // the user's pointer between them is aligned as pointers are
  private static final int STATUS =
      (PACKET + 4 + Native.POINTER_SIZE - 1) / Native.POINTER_SIZE * Native.POINTER_SIZE
          + Native.POINTER_SIZE;
  private static final int SENSE_WRITTEN = STATUS + 3;
  private static final int HOST_STATUS = STATUS + 4;
  private static final int DRIVER_STATUS = STATUS + 6;
  private static final int RESIDUE = STATUS + 8;
  private static final int HEADER_LENGTH = STATUS + 24;

  private ScsiRequest() {}

  /**
   * Sends a command and waits for its answer.
   *
   * @throws SystemCallException if the command did not get to the device
   */
  static ScsiOutcome.Answered send(DeviceCalls calls, int descriptor, ScsiCommand command)
      throws SystemCallException {
    byte[] payload = command.payload().toArray();
    int length = Math.max(command.responseLength(), payload.length);
    byte[] block = command.block().toArray();
    try (Memory header = cleared(HEADER_LENGTH);
        Memory commandBlock = cleared(block.length);
        Memory sense = cleared(SENSE_LENGTH);
        Memory data = cleared(Math.max(1, length))) {
      commandBlock.write(0, block, 0, block.length);
      header.setInt(0, 'S');
      data.write(0, payload, 0, payload.length);
      header.setInt(DIRECTION, direction(command));
      header.setByte(COMMAND_LENGTH, (byte) block.length);
      header.setByte(SENSE_LIMIT, (byte) SENSE_LENGTH);
      header.setInt(DATA_LENGTH, length);
      header.setPointer(DATA_POINTER, length == 0 ? Pointer.NULL : data);
      header.setPointer(COMMAND_POINTER, commandBlock);
      header.setPointer(SENSE_POINTER, sense);
      header.setInt(TIMEOUT, (int) Math.min(command.timeout().toMillis(), Integer.MAX_VALUE));
      calls.sendScsi(descriptor, header);
      return answer(header, sense, data, command.responseLength());
    }
  }

  private static int direction(ScsiCommand command) {
    if (command.payload().length() > 0) {
      return DIRECTION_TO_DEVICE;
    }
    return command.responseLength() == 0 ? DIRECTION_NONE : DIRECTION_FROM_DEVICE;
  }

  private static ScsiOutcome.Answered answer(
      Memory header, Memory sense, Memory data, int requested) {
    int senseLength = Math.min(header.getByte(SENSE_WRITTEN) & 0xff, SENSE_LENGTH);
    int residue = Math.max(0, Math.min(header.getInt(RESIDUE), requested));
    return new ScsiOutcome.Answered(
        header.getByte(STATUS) & 0xff,
        header.getShort(HOST_STATUS) & 0xffff,
        header.getShort(DRIVER_STATUS) & 0xffff,
        Bytes.of(sense.getByteArray(0, senseLength)),
        Bytes.of(data.getByteArray(0, requested - residue)));
  }

  private static Memory cleared(int length) {
    Memory memory = new Memory(length);
    memory.clear();
    return memory;
  }
}
