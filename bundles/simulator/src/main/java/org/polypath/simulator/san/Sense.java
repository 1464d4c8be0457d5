package org.polypath.simulator.san;

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
record Sense(int key, int code, int qualifier) {
  static final Sense INVALID_OPERATION_CODE = new Sense(5, 0x20, 0);
  static final Sense BLOCK_OUT_OF_RANGE = new Sense(5, 0x21, 0);
  static final Sense INVALID_FIELD = new Sense(5, 0x24, 0);
  static final Sense NO_LOGICAL_UNIT = new Sense(5, 0x25, 0);
  static final Sense RESET = new Sense(6, 0x29, 0);
  static final Sense ACCESS_STATE_CHANGED = new Sense(6, 0x2a, 6);
  static final Sense CAPACITY_CHANGED = new Sense(6, 0x2a, 9);
  static final Sense LUNS_CHANGED = new Sense(6, 0x3f, 0xe);
  static final Sense TRANSITION = new Sense(2, 4, 0xa);
  static final Sense STANDBY = new Sense(2, 4, 0xb);
  static final Sense UNAVAILABLE = new Sense(2, 4, 0xc);

  /** Why a port in an access state takes no medium access; empty if it does. */
  static Optional<Sense> of(AccessState state) {
    return switch (state) {
      case OPTIMIZED, NON_OPTIMIZED -> Optional.empty();
      case STANDBY -> Optional.of(STANDBY);
      case UNAVAILABLE -> Optional.of(UNAVAILABLE);
      case TRANSITIONING -> Optional.of(TRANSITION);
    };
  }

  static Sense read(Bytes sense) {
    return new Sense(sense.u8(2) & 0xf, sense.u8(12), sense.u8(13));
  }

  boolean isUnitAttention() {
    return key == 6;
  }

  Bytes bytes() {
    return Bytes.of(0x70, 0, key, 0, 0, 0, 0, 10, 0, 0, 0, 0, code, qualifier, 0, 0, 0, 0);
  }

  ScsiOutcome.Answered answer() {
    return ScsiOutcome.Answered.checkCondition(bytes());
  }

  @Override
  public String toString() {
    return String.format("sense %02x/%02x/%02x", key, code, qualifier);
  }
}
