package org.polypath.linux.kernel;

import java.util.function.Supplier;

/** A native library cannot be bound. The message says which, and what to do. */
public final class NativeLibraryException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private NativeLibraryException(String message, LinkageError cause) {
    super(message, cause);
  }

  /**
   * Binds a library.
   *
   * @param library what it is and where it comes from, for the message
   * @throws NativeLibraryException if binding fails, the first time or any later time
   */
  public static <T> T guard(String library, Supplier<T> binding) {
    try {
      return binding.get();
    } catch (LinkageError e) {
      throw new NativeLibraryException(
          "cannot bind "
              + library
              + ": "
              + e.getMessage()
              + "; install it, and see that JNA's own library can be loaded"
              + " (-Djna.boot.library.path, or a directory for temporary files that allows exec)",
          e);
    }
  }
}
