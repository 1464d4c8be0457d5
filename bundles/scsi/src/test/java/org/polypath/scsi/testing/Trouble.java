package org.polypath.scsi.testing;

import org.polypath.api.device.Bytes;
import org.polypath.api.device.DeviceFailure;
import org.polypath.api.device.ScsiOutcome;

/**
 * The ways in which a command does not end well. The test of each plug-in says, by a switch without
 * a default, what each of them means to it.
 */
public enum Trouble {
  /** The device takes no SCSI commands (ENOTTY). */
  UNSUPPORTED(DeviceFailure.UNSUPPORTED),
  /** The device has left (ENODEV). */
  NO_DEVICE(DeviceFailure.NO_DEVICE),
  /** Not allowed. */
  NO_PERMISSION(DeviceFailure.NO_PERMISSION),
  /** The host is short of memory. */
  NO_MEMORY(DeviceFailure.NO_MEMORY),
  /** EIO. */
  INPUT_OUTPUT(DeviceFailure.INPUT_OUTPUT),
  /** No answer in time. */
  TIMED_OUT(DeviceFailure.TIMED_OUT),
  /** The command before has not come back. */
  EARLIER_UNDER_WAY(DeviceFailure.BUSY),
  /** Another errno. */
  OTHER(DeviceFailure.OTHER),

  /** DID_NO_CONNECT. */
  NO_CONNECT(0, 1, 0),
  /** DID_BUS_BUSY. */
  BUS_BUSY(0, 2, 0),
  /** DID_TIME_OUT. */
  HOST_TIME_OUT(0, 3, 0),
  /** DID_BAD_TARGET. */
  BAD_TARGET(0, 4, 0),
  /** DID_ABORT. */
  ABORT(0, 5, 0),
  /** DID_ERROR. */
  HOST_ERROR(0, 7, 0),
  /** DID_RESET. */
  RESET(0, 8, 0),
  /** DID_SOFT_ERROR. */
  SOFT_ERROR(0, 11, 0),
  /** DID_TRANSPORT_DISRUPTED. */
  TRANSPORT_DISRUPTED(0, 14, 0),
  /** DID_TRANSPORT_FAILFAST. */
  TRANSPORT_FAILFAST(0, 15, 0),

  /** DRIVER_TIMEOUT. */
  DRIVER_TIMEOUT(0, 0, 6),
  /** DRIVER_HARD. */
  DRIVER_HARD(0, 0, 7),

  /** BUSY. */
  STATUS_BUSY(0x08, 0, 0),
  /** RESERVATION CONFLICT. */
  RESERVATION_CONFLICT(0x18, 0, 0),
  /** TASK SET FULL. */
  TASK_SET_FULL(0x28, 0, 0),
  /** TASK ABORTED. */
  TASK_ABORTED(0x40, 0, 0),
  /** CHECK CONDITION without sense data. */
  NO_SENSE_DATA(0x02, 0, 8),

  /** Done, with the device's own recovery. */
  RECOVERED_ERROR("01/17/00"),
  /** Becoming ready. */
  BECOMING_READY("02/04/01"),
  /** Wants START UNIT. */
  INITIALIZING_COMMAND_REQUIRED("02/04/02"),
  /** Somebody has to do something. */
  MANUAL_INTERVENTION_REQUIRED("02/04/03"),
  /** Target port in transition. */
  TRANSITION("02/04/0a"),
  /** Target port stands by. */
  STANDBY("02/04/0b"),
  /** Target port unavailable. */
  UNAVAILABLE("02/04/0c"),
  /** The logical unit does not answer its own controller. */
  NO_RESPONSE("02/05/00"),
  /** Unrecovered read error. */
  MEDIUM_ERROR("03/11/00"),
  /** The array is broken inside. */
  HARDWARE_ERROR("04/44/00"),
  /** Unknown operation code. */
  INVALID_OPERATION_CODE("05/20/00"),
  /** Unknown page. */
  INVALID_FIELD("05/24/00"),
  /** No such logical unit. */
  NO_LOGICAL_UNIT("05/25/00"),
  /** An inactive snapshot of a CLARiiON. */
  INACTIVE_SNAPSHOT("05/25/01"),
  /** A reset, for every attempt anew. */
  UNIT_ATTENTION("06/29/00"),
  /** Write protected. */
  DATA_PROTECT("07/27/00"),
  /** Aborted by the target. */
  ABORTED_COMMAND("0b/4e/00");

  private final ScsiOutcome outcome;

  Trouble(DeviceFailure failure) {
    outcome = new ScsiOutcome.NotSent(failure, "SG_IO on /dev/sda");
  }

  Trouble(int status, int host, int driver) {
    outcome = new ScsiOutcome.Answered(status, host, driver, Bytes.EMPTY, Bytes.EMPTY);
  }

  Trouble(String sense) {
    // descriptor format: key, code and qualifier follow the first byte
    outcome = ScsiOutcome.Answered.checkCondition(Bytes.ofHex("72" + sense.replace("/", "")));
  }

  /** What comes of the command. */
  public ScsiOutcome outcome() {
    return outcome;
  }
}
