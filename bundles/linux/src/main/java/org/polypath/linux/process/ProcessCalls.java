package org.polypath.linux.process;

import com.sun.jna.LastErrorException;
import com.sun.jna.Library;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;

/**
 * The C library's functions about the process itself, as {@code man 2} describes them; a failure is
 * an exception with errno. Public because JNA makes a proxy of it.
 */
public interface ProcessCalls extends Library {
  /** {@code mlockall(2)}. */
  int mlockall(int flags) throws LastErrorException;

  /** {@code mlock(2)}. */
  int mlock(Pointer address, NativeLong length) throws LastErrorException;

  /** {@code prlimit(2)} of 64-bit limits. */
  int prlimit64(int process, int resource, Pointer wanted, Pointer current)
      throws LastErrorException;

  /** {@code setpriority(2)}. */
  int setpriority(int which, int who, int niceness) throws LastErrorException;

  /** {@code sched_setscheduler(2)}. */
  int sched_setscheduler(int thread, int policy, Pointer parameters) throws LastErrorException;

  /** {@code socket(2)}. */
  int socket(int domain, int type, int protocol) throws LastErrorException;

  /** {@code sendto(2)}. */
  NativeLong sendto(
      int descriptor, byte[] data, NativeLong count, int flags, Pointer address, int length)
      throws LastErrorException;

  /** {@code close(2)}. */
  int close(int descriptor) throws LastErrorException;

  /** {@code strerror(3)}. */
  String strerror(int number);
}
