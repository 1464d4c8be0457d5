package org.polypath.simulator.scsi;

import java.util.Optional;
import org.polypath.api.device.Bytes;
import org.polypath.api.device.ScsiOutcome;
import org.polypath.simulator.AccessState;

/**
 * Sense data (SPC-4 4.5.3, fixed format).
 *
 * @param key sense key
 * @param code additional sense code
 * @param qualifier additional sense code qualifier
 */
public record Sense(int key, int code, int qualifier) {
  /** The target does not know the command. */
  public static final Sense INVALID_OPERATION_CODE = new Sense(5, 0x20, 0);

  /** The disk ends before that block. */
  public static final Sense BLOCK_OUT_OF_RANGE = new Sense(5, 0x21, 0);

  /** A field of the command has a value that it cannot have. */
  public static final Sense INVALID_FIELD = new Sense(5, 0x24, 0);

  /** There is no such LUN. */
  public static final Sense NO_LOGICAL_UNIT = new Sense(5, 0x25, 0);

  /** The target was reset. */
  public static final Sense RESET = new Sense(6, 0x29, 0);

  /** A target port group has another state. */
  public static final Sense ACCESS_STATE_CHANGED = new Sense(6, 0x2a, 6);

  /** The disk has another size. */
  public static final Sense CAPACITY_CHANGED = new Sense(6, 0x2a, 9);

  /** There are other LUNs. */
  public static final Sense LUNS_CHANGED = new Sense(6, 0x3f, 0xe);

  /** The port is in transition. */
  public static final Sense TRANSITION = new Sense(2, 4, 0xa);

  /** The port stands by. */
  public static final Sense STANDBY = new Sense(2, 4, 0xb);

  /** The port is unavailable. */
  public static final Sense UNAVAILABLE = new Sense(2, 4, 0xc);

  /** The LUN waits for a command that makes this controller take it over. */
  static final Sense INITIALIZING_COMMAND_REQUIRED = new Sense(2, 4, 2);

  /** The other storage processor has the LUN. */
  static final Sense MANUAL_INTERVENTION_REQUIRED = new Sense(2, 4, 3);

  /** The other controller owns the LUN (RDAC arrays). */
  static final Sense OWNED_BY_THE_OTHER = new Sense(5, 0x94, 1);

  /** A parameter list holds a value that it cannot have. */
  public static final Sense INVALID_PARAMETER = new Sense(5, 0x26, 0);

  /** Why a port in an access state takes no medium access; empty if it does. */
  public static Optional<Sense> of(AccessState state) {
    return switch (state) {
      case OPTIMIZED, NON_OPTIMIZED -> Optional.empty();
      case STANDBY -> Optional.of(STANDBY);
      case UNAVAILABLE -> Optional.of(UNAVAILABLE);
      case TRANSITIONING -> Optional.of(TRANSITION);
    };
  }

  /** The sense of data in this format. */
  public static Sense read(Bytes sense) {
    return new Sense(sense.u8(2) & 0xf, sense.u8(12), sense.u8(13));
  }

  /** Whether it only tells of something that happened. */
  public boolean isUnitAttention() {
    return key == 6;
  }

  /** The data. */
  public Bytes bytes() {
    return Bytes.of(0x70, 0, key, 0, 0, 0, 0, 10, 0, 0, 0, 0, code, qualifier, 0, 0, 0, 0);
  }

  /** CHECK CONDITION with it. */
  public ScsiOutcome.Answered answer() {
    return ScsiOutcome.Answered.checkCondition(bytes());
  }

  @Override
  public String toString() {
    return String.format("sense %02x/%02x/%02x", key, code, qualifier);
  }
}
