package org.polypath.linux.kernel;

import org.polypath.api.device.DeviceFailure;

/** A system call failed. The message says which, on what, and what the system said. */
public final class SystemCallException extends Exception {
  private static final long serialVersionUID = 1L;

  private final int number;

  /**
   * A failed call.
   *
   * @param call what was tried on what, for instance {@code open /dev/sda}
   * @param number the error number
   * @param text the C library's text for it
   */
  public SystemCallException(String call, int number, String text) {
    super(call + ": " + text + " (error number " + number + ")");
    this.number = number;
  }

  /** The error number, see {@link ErrorNumber}. */
  public int number() {
    return number;
  }

  /** What that says about a device. */
  public DeviceFailure failure() {
    return ErrorNumber.failure(number);
  }
}
