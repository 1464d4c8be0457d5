package org.polypath.linux.kernel;

import com.sun.jna.Native;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;

/**
 * The C library, bound when it is first needed: a failure to bind is told to every caller in the
 * same words, instead of once as it is and then as a missing class.
 */
public final class CLibrary {
  private LibC library;

  /**
   * The functions.
   *
   * @throws NativeLibraryException if they cannot be bound
   */
  public synchronized LibC functions() {
    if (library == null) {
      library = NativeLibraryException.guard("the C library", () -> Native.load(null, LibC.class));
    }
    return library;
  }

  /**
   * Makes a call again as long as a signal interrupts it.
   *
   * @param call what it does on what, for the message
   * @return what it returned, 0 or more
   * @throws SystemCallException if it returned -1
   */
  public int checked(String call, IntSupplier function) throws SystemCallException {
    return Math.toIntExact(checkedLong(call, function::getAsInt));
  }

  /** The same for calls that return a {@code ssize_t}. */
  public long checkedLong(String call, LongSupplier function) throws SystemCallException {
    while (true) {
      long result = function.getAsLong();
      if (result >= 0) {
        return result;
      }
      int number = Native.getLastError();
      if (number != ErrorNumber.EINTR) {
        throw new SystemCallException(call, number, functions().strerror(number));
      }
    }
  }
}
