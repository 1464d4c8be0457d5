package org.polypath.api.device;

/** Why a device could not be asked. */
public enum DeviceFailure {
  /** The device does not take such a request at all (errno ENOTTY). */
  UNSUPPORTED,
  /** There is no such device, or no longer (ENODEV, ENXIO, ENOENT). */
  NO_DEVICE,
  /** The caller may not (EACCES, EPERM). */
  NO_PERMISSION,
  /**
   * The host is short of memory, or the process of open files (ENOMEM, EMFILE, ENFILE): this says
   * nothing about the path.
   */
  NO_MEMORY,
  /** The read failed on the device (EIO and its kin). */
  INPUT_OUTPUT,
  /** No answer within the time given. The request may still be under way in the kernel. */
  TIMED_OUT,
  /** An earlier request of the same kind on this path has not come back: nothing was sent. */
  BUSY,
  /** Anything else. */
  OTHER
}
