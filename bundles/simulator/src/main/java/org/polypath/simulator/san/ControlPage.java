package org.polypath.simulator.san;

import java.util.Optional;
import org.polypath.api.device.Bytes;

/**
 * The control mode page of a LUN (SPC-4 7.5.8), of which one bit can be changed: TAS, that commands
 * aborted for another host end with the status TASK ABORTED.
 */
final class ControlPage {
  private static final int CODE = 0x0a;
  private static final int CODE_MASK = 0x3f;
  private static final int HEADER = 8;
  private static final int LENGTH = 12;
  private static final int FLAGS = 5;
  private static final int TASK_ABORTED_STATUS = 0x40;
  private static final int CHANGEABLE = 1;

  private boolean taskAbortedStatus;

  /** The answer to MODE SENSE(10), an 8-byte header and the page; empty if it asks for another. */
  Optional<byte[]> sense(Bytes block) {
    if ((block.u8(2) & CODE_MASK) != CODE) {
      return Optional.empty();
    }
    byte[] data = new byte[HEADER + LENGTH];
    data[1] = (byte) (data.length - 2);
    data[HEADER] = CODE;
    data[HEADER + 1] = LENGTH - 2;
    boolean mask = block.u8(2) >> 6 == CHANGEABLE;
    data[HEADER + FLAGS] = (byte) (mask || taskAbortedStatus ? TASK_ABORTED_STATUS : 0);
    return Optional.of(data);
  }

  /** Takes the parameter list of MODE SELECT(10); answers whether it held the page. */
  boolean select(Bytes list) {
    boolean fits =
        list.length() == HEADER + LENGTH
            && list.u16(6) == 0
            && list.u8(HEADER) == CODE
            && list.u8(HEADER + 1) == LENGTH - 2;
    if (fits) {
      taskAbortedStatus = (list.u8(HEADER + FLAGS) & TASK_ABORTED_STATUS) != 0;
    }
    return fits;
  }
}
