package org.polypath.linux.socket;

import com.sun.jna.Memory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.polypath.api.socket.AbstractSockets;
import org.polypath.linux.kernel.CLibrary;
import org.polypath.linux.kernel.Descriptor;
import org.polypath.linux.kernel.ErrorNumber;
import org.polypath.linux.kernel.LibC;
import org.polypath.linux.kernel.NativeLibraryException;
import org.polypath.linux.kernel.SystemCallException;

/** Abstract sockets by the C library. Binds it at the first call. */
@Component(immediate = true)
public final class LinuxAbstractSockets implements AbstractSockets {
  private static final int AF_UNIX = 1;
  private static final int STREAM_CLOSE_ON_EXEC_NON_BLOCKING = 0x80801;
  private static final int BACKLOG = 128;

  /** Room in {@code struct sockaddr_un} beside the leading NUL. */
  private static final int LONGEST_NAME = 107;

  private final CLibrary library;

  /** On this host. */
  @Activate
  public LinuxAbstractSockets() {
    this(new CLibrary());
  }

  LinuxAbstractSockets(CLibrary library) {
    this.library = library;
  }

  @Override
  public Listener listen(String name) throws IOException {
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    if (bytes.length == 0 || bytes.length > LONGEST_NAME) {
      throw new IOException(
          "abstract socket name of " + bytes.length + " bytes, 1 to " + LONGEST_NAME + " wanted");
    }
    try {
      return listen(name, bytes);
    } catch (NativeLibraryException e) {
      throw new IOException("abstract socket @" + name + ": " + e.getMessage(), e);
    } catch (SystemCallException e) {
      String advice =
          e.number() == ErrorNumber.EADDRINUSE
              ? "; another process listens there, see: ss -xlp"
              : "";
      throw new IOException("abstract socket @" + name + ": " + e.getMessage() + advice, e);
    }
  }

  private Listener listen(String name, byte[] bytes) throws SystemCallException {
    LibC functions = library.functions();
    Descriptor descriptor =
        new Descriptor(
            library.checked(
                "socket", () -> functions.socket(AF_UNIX, STREAM_CLOSE_ON_EXEC_NON_BLOCKING, 0)),
            functions::close);
    try (Descriptor.Use use = descriptor.use().orElseThrow();
        Memory address = address(bytes)) {
      int number = use.number();
      library.checked(
          "bind", () -> functions.bind(number, address, Math.toIntExact(address.size())));
      library.checked("listen", () -> functions.listen(number, BACKLOG));
      return new AbstractListener(library, descriptor, name);
    } catch (SystemCallException e) {
      descriptor.close();
      throw e;
    }
  }

  /** A {@code struct sockaddr_un}, exactly as long as the name: the length is part of the name. */
  static Memory address(byte[] name) {
    Memory address = new Memory(Short.BYTES + 1L + name.length);
    address.clear();
    address.setShort(0, (short) AF_UNIX);
    address.write(Short.BYTES + 1L, name, 0, name.length);
    return address;
  }

  /** Lets nobody use a socket any more and wakes every thread that waits on it. */
  static void shutDown(CLibrary library, Descriptor descriptor) {
    int bothDirections = 2;
    descriptor
        .use()
        .ifPresent(
            use -> {
              try (use) {
                // closed first: who is woken must find it so
                descriptor.close();
                library.functions().shutdown(use.number(), bothDirections);
              }
            });
  }
}
