package org.polypath.linux.kernel;

import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;

/** The system calls that reach a device, for real. */
public final class NativeDeviceCalls implements DeviceCalls {
  private static final int READ_ONLY = 0;
  private static final int NON_BLOCKING = 0x800;
  private static final int CLOSE_ON_EXEC = 0x80000;
  private static final long SG_IO = 0x2285;

  private final CLibrary library;
  private final int openFlags =
      READ_ONLY | NON_BLOCKING | CLOSE_ON_EXEC | Architecture.own().direct();

  /** On a C library. */
  public NativeDeviceCalls(CLibrary library) {
    this.library = library;
  }

  @Override
  public int open(String path) throws SystemCallException {
    LibC functions = library.functions();
    return library.checked("open " + path, () -> functions.open(path, openFlags));
  }

  @Override
  public void close(int descriptor) {
    library.functions().close(descriptor);
  }

  @Override
  public void sendScsi(int descriptor, Pointer header) throws SystemCallException {
    LibC functions = library.functions();
    library.checked(
        "ioctl SG_IO", () -> functions.ioctl(descriptor, new NativeLong(SG_IO), header));
  }

  @Override
  public int read(int descriptor, Pointer buffer, int count, long offset)
      throws SystemCallException {
    LibC functions = library.functions();
    NativeLong length = new NativeLong(count);
    return (int)
        library.checkedLong(
            "read of " + count + " bytes at " + offset,
            () -> functions.pread(descriptor, buffer, length, offset).longValue());
  }
}
