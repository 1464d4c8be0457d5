package org.polypath.dm;

import org.polypath.api.map.MapOutcome;
import org.polypath.api.map.MapOutcome.Refusal;

/** The kernel or libdevmapper did not do what it was asked. */
public final class TaskException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Step step;
  private final String device;
  private final int errno;

  /**
   * With what there is to say.
   *
   * @param step what was tried
   * @param device the name of the device on which
   * @param errno the system's error number; 0 if it gave none
   * @param said what the system said
   */
  public TaskException(Step step, String device, int errno, String said) {
    super("could not " + step.words() + " " + device + ": " + said);
    this.step = step;
    this.device = device;
    this.errno = errno;
  }

  /** The system's error number; 0 if it gave none. */
  public int errno() {
    return errno;
  }

  /** The failure as the platform is told of it: what was tried, on what, what to do. */
  public MapOutcome.Refused refused() {
    Refusal refusal = step.refusal(errno);
    return new MapOutcome.Refused(refusal, getMessage() + "; " + advice(refusal, device));
  }

  private static String advice(Refusal refusal, String device) {
    return switch (refusal) {
      case BUSY ->
          "close what has it open (`lsblk /dev/mapper/" + device + "` and `fuser` show it)";
      case NOT_FOUND -> "`dmsetup ls --target multipath` lists the maps there are";
      case NAME_TAKEN -> "use another alias, or remove the device that has its name or UUID";
      case PATH_UNAVAILABLE -> "a path is gone or in use: see `lsblk` and the kernel log (`dmesg`)";
      case NO_PERMISSION -> "run as root with CAP_SYS_ADMIN";
      case INVALID, OTHER -> "the kernel log (`dmesg`) says why";
    };
  }
}
