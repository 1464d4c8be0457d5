package org.polypath.linux.kernel;

import org.polypath.api.device.DeviceFailure;

/**
 * Linux' error numbers that are told apart, with the values of {@code asm-generic/errno.h}, which
 * hold on every architecture that Java runs on.
 */
public final class ErrorNumber {
  /** Operation not permitted. */
  public static final int EPERM = 1;

  /** No such file. */
  public static final int ENOENT = 2;

  /** No such process, or thread. */
  public static final int ESRCH = 3;

  /** Interrupted by a signal: to be tried again. */
  public static final int EINTR = 4;

  /** Input/output error. */
  public static final int EIO = 5;

  /** No such device or address: a disk that is offline or has left. */
  public static final int ENXIO = 6;

  /** Nothing there now. */
  public static final int EAGAIN = 11;

  /** Out of memory. */
  public static final int ENOMEM = 12;

  /** Permission denied. */
  public static final int EACCES = 13;

  /** No such device. */
  public static final int ENODEV = 19;

  /** The system has too many files open. */
  public static final int ENFILE = 23;

  /** The process has too many files open. */
  public static final int EMFILE = 24;

  /** Not an ioctl of this device. */
  public static final int ENOTTY = 25;

  /** The reservation of another host is in the way (the block layer's meaning). */
  public static final int EBADE = 52;

  /** Unrecovered medium error (the block layer's meaning). */
  public static final int ENODATA = 61;

  /** The transport failed (the block layer's meaning). */
  public static final int ENOLINK = 67;

  /** Protection information does not match (the block layer's meaning). */
  public static final int EILSEQ = 84;

  /** Address is in use. */
  public static final int EADDRINUSE = 98;

  /** The connection ended before it was accepted. */
  public static final int ECONNABORTED = 103;

  /** The receive buffer overflowed. */
  public static final int ENOBUFS = 105;

  /** The device did not answer in time (the block layer's meaning). */
  public static final int ETIMEDOUT = 110;

  /** The target failed (the block layer's meaning). */
  public static final int EREMOTEIO = 121;

  private ErrorNumber() {}

  /**
   * What an error number says about a device. The block layer's numbers are those of the kernel's
   * {@code block/blk-core.c}, {@code blk_errors}.
   */
  public static DeviceFailure failure(int number) {
    return switch (number) {
      case ENOTTY -> DeviceFailure.UNSUPPORTED;
      case ENODEV, ENXIO, ENOENT -> DeviceFailure.NO_DEVICE;
      case EACCES, EPERM -> DeviceFailure.NO_PERMISSION;
      case ENOMEM, ENFILE, EMFILE -> DeviceFailure.NO_MEMORY;
      case EIO, EREMOTEIO, ENOLINK, ENODATA, EILSEQ, EBADE -> DeviceFailure.INPUT_OUTPUT;
      case ETIMEDOUT -> DeviceFailure.TIMED_OUT;
      default -> DeviceFailure.OTHER;
    };
  }
}
