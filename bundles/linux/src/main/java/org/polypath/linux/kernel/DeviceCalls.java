package org.polypath.linux.kernel;

import com.sun.jna.Pointer;

/**
 * The system calls that reach a device. Each may block for as long as the device hangs. A seam for
 * tests: a fake can hang where a real device would.
 */
public interface DeviceCalls {
  /**
   * Opens a device for reading, past the page cache, without waiting for a medium.
   *
   * @return the descriptor
   * @throws SystemCallException if it cannot be opened
   */
  int open(String path) throws SystemCallException;

  /** Closes a descriptor; a failure has no consequence on devices that were only read. */
  void close(int descriptor);

  /**
   * Sends an SCSI command by {@code SG_IO}.
   *
   * @param header a {@code struct sg_io_hdr}, which also takes the answer
   * @throws SystemCallException if the command did not get to the device
   */
  void sendScsi(int descriptor, Pointer header) throws SystemCallException;

  /**
   * Reads.
   *
   * @param buffer where to, aligned as the device needs it
   * @param count how many bytes
   * @param offset from where, in bytes
   * @return how many bytes came; 0 at the end
   * @throws SystemCallException if the read failed
   */
  int read(int descriptor, Pointer buffer, int count, long offset) throws SystemCallException;
}
