package org.polypath.api.device;

import java.util.function.Function;
import org.osgi.annotation.versioning.ProviderType;

/** What came of a {@link ScsiCommand}. */
@ProviderType
public sealed interface ScsiOutcome {
  /** Continues with the one that it is. */
  <R> R fold(Function<Answered, R> answered, Function<NotSent, R> notSent);

  /**
   * The command went to the kernel's SCSI layer and came back. All zero means success.
   *
   * @param status SCSI status byte (SAM-5 5.3), for instance 2 CHECK CONDITION, 0x18 RESERVATION
   *     CONFLICT
   * @param hostStatus the kernel's host byte (include/scsi/scsi_status.h), for instance 1
   *     DID_NO_CONNECT
   * @param driverStatus the kernel's driver byte, for instance 8 DRIVER_SENSE
   * @param sense sense data (SPC-4 4.5); empty if there was none
   * @param data what was read; may be shorter than asked for
   */
  record Answered(int status, int hostStatus, int driverStatus, Bytes sense, Bytes data)
      implements ScsiOutcome {
    @Override
    public <R> R fold(Function<Answered, R> answered, Function<NotSent, R> notSent) {
      return answered.apply(this);
    }

    /** A successful answer. */
    public static Answered good(Bytes data) {
      return new Answered(0, 0, 0, Bytes.EMPTY, data);
    }

    /** An answer with CHECK CONDITION status. */
    public static Answered checkCondition(Bytes sense) {
      return new Answered(2, 0, 8, sense, Bytes.EMPTY);
    }

    /** Whether device, transport and driver report no trouble at all. */
    public boolean isGood() {
      return status == 0 && hostStatus == 0 && (driverStatus & 0x0f) == 0;
    }
  }

  /**
   * The command did not get as far as the device.
   *
   * @param failure why
   * @param text what was tried, on what, and what the system said
   */
  record NotSent(DeviceFailure failure, String text) implements ScsiOutcome {
    @Override
    public <R> R fold(Function<Answered, R> answered, Function<NotSent, R> notSent) {
      return notSent.apply(this);
    }
  }
}
