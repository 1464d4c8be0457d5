package org.polypath.linux.process;

import com.sun.jna.Native;
import org.polypath.linux.kernel.NativeLibraryException;

/** The C library's functions about the process, bound when they are first needed. */
final class ProcessLibrary {
  private ProcessLibrary() {}

  /**
   * The functions.
   *
   * @throws NativeLibraryException if they cannot be bound
   */
  static ProcessCalls calls() {
    return NativeLibraryException.guard(
        "the C library", () -> Native.load(null, ProcessCalls.class));
  }
}
