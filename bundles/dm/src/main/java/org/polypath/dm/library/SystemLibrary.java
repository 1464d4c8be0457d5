package org.polypath.dm.library;

import com.sun.jna.LastErrorException;
import com.sun.jna.Library;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;

/**
 * The functions of the C library that are used, by their own names; a failure is an exception with
 * errno. All may be called from any thread.
 */
public interface SystemLibrary extends Library {
  int open(String path, int flags) throws LastErrorException;

  int close(int descriptor) throws LastErrorException;

  int eventfd(int initial, int flags) throws LastErrorException;

  NativeLong write(int descriptor, Pointer bytes, NativeLong count) throws LastErrorException;

  int poll(Pointer descriptors, NativeLong count, int milliseconds) throws LastErrorException;

  int ioctl(int descriptor, NativeLong request, Object... argument) throws LastErrorException;

  int semget(int key, int count, int flags) throws LastErrorException;

  int semctl(int identifier, int number, int command) throws LastErrorException;

  int snprintf(Pointer text, NativeLong size, Pointer format, Object... words);

  String strerror(int errno);
}
