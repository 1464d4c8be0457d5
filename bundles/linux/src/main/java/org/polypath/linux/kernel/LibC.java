package org.polypath.linux.kernel;

import com.sun.jna.Library;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;

/**
 * The functions of the C library that are called, as {@code man 2} and {@code man 3} describe them.
 * Public because JNA makes a proxy of it. After -1, {@link com.sun.jna.Native#getLastError()} has
 * the error number, on the same thread.
 */
public interface LibC extends Library {
  /** {@code open(2)}. */
  int open(String path, int flags);

  /** {@code close(2)}. */
  int close(int descriptor);

  /** {@code ioctl(2)}. */
  int ioctl(int descriptor, NativeLong request, Object... arguments);

  /** {@code pread(2)}. */
  NativeLong pread(int descriptor, Pointer buffer, NativeLong count, long offset);

  /** {@code fcntl(2)}. */
  int fcntl(int descriptor, int command, Object... arguments);

  /** {@code read(2)}. */
  NativeLong read(int descriptor, Pointer buffer, NativeLong count);

  /** {@code write(2)}. */
  NativeLong write(int descriptor, Pointer buffer, NativeLong count);

  /** {@code eventfd(2)}. */
  int eventfd(int initial, int flags);

  /** {@code poll(2)}. */
  int poll(Pointer descriptors, NativeLong count, int millis);

  /** {@code socket(2)}. */
  int socket(int domain, int type, int protocol);

  /** {@code bind(2)}. */
  int bind(int descriptor, Pointer address, int length);

  /** {@code listen(2)}. */
  int listen(int descriptor, int backlog);

  /** {@code accept4(2)}. */
  int accept4(int descriptor, Pointer address, Pointer length, int flags);

  /** {@code shutdown(2)}. */
  int shutdown(int descriptor, int how);

  /** {@code getsockopt(2)}. */
  int getsockopt(int descriptor, int level, int option, Pointer value, Pointer length);

  /** {@code getsockname(2)}. */
  int getsockname(int descriptor, Pointer address, Pointer length);

  /** {@code recv(2)}. */
  NativeLong recv(int descriptor, Pointer buffer, NativeLong count, int flags);

  /** {@code send(2)}. */
  NativeLong send(int descriptor, Pointer buffer, NativeLong count, int flags);

  /** {@code strerror(3)}. */
  String strerror(int number);
}
