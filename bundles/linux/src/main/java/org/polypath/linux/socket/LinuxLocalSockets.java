package org.polypath.linux.socket;

import com.sun.jna.Memory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.polypath.api.socket.LocalSockets;
import org.polypath.api.socket.ServedSocket;
import org.polypath.linux.kernel.CLibrary;
import org.polypath.linux.kernel.Descriptor;
import org.polypath.linux.kernel.ErrorNumber;
import org.polypath.linux.kernel.LibC;
import org.polypath.linux.kernel.NativeLibraryException;
import org.polypath.linux.kernel.SystemCallException;

/** Local sockets by the C library. Binds it at the first call. */
@Component(immediate = true)
public final class LinuxLocalSockets implements LocalSockets {
  private static final int STREAM_CLOSE_ON_EXEC_NON_BLOCKING = 0x80801;
  private static final int BACKLOG = 256;

  private static final int SET_DESCRIPTOR_FLAGS = 2;
  private static final int CLOSE_ON_EXEC = 1;
  private static final int SET_FILE_FLAGS = 4;
  private static final int NON_BLOCKING = 0x800;

  private static final int SOCKET_LEVEL = 1;
  private static final int IS_LISTENING = 30;

  private final CLibrary library;

  /** On this host. */
  @Activate
  public LinuxLocalSockets() {
    this(new CLibrary());
  }

  LinuxLocalSockets(CLibrary library) {
    this.library = library;
  }

  @Override
  public ServedSocket listen(String name) throws IOException {
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    if (bytes.length == 0 || bytes.length > SocketAddress.LONGEST_NAME) {
      throw new IOException(
          "abstract socket name of "
              + bytes.length
              + " bytes, 1 to "
              + SocketAddress.LONGEST_NAME
              + " wanted");
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

  private ServedSocket listen(String name, byte[] bytes) throws SystemCallException {
    LibC functions = library.functions();
    int number =
        library.checked(
            "socket",
            () -> functions.socket(SocketAddress.LOCAL, STREAM_CLOSE_ON_EXEC_NON_BLOCKING, 0));
    Descriptor descriptor = new Descriptor(number, functions::close);
    try (Memory address = SocketAddress.ofAbstract(bytes)) {
      library.checked(
          "bind", () -> functions.bind(number, address, Math.toIntExact(address.size())));
      library.checked("listen", () -> functions.listen(number, BACKLOG));
      return LinuxServedSocket.on(library, descriptor, "@" + name);
    } catch (SystemCallException e) {
      descriptor.close();
      throw e;
    }
  }

  @Override
  public ServedSocket adopt(int number) throws IOException {
    try {
      LibC functions = library.functions();
      String address = SocketAddress.of(library, number);
      if (!isListening(number)) {
        throw new IOException("inherited descriptor " + number + " is no listening socket");
      }
      library.checked("fcntl", () -> functions.fcntl(number, SET_DESCRIPTOR_FLAGS, CLOSE_ON_EXEC));
      library.checked("fcntl", () -> functions.fcntl(number, SET_FILE_FLAGS, NON_BLOCKING));
      return LinuxServedSocket.on(library, new Descriptor(number, functions::close), address);
    } catch (SystemCallException | NativeLibraryException e) {
      throw new IOException(
          "inherited descriptor " + number + " is no local socket: " + e.getMessage(), e);
    }
  }

  private boolean isListening(int number) throws SystemCallException {
    LibC functions = library.functions();
    try (Memory value = new Memory(Integer.BYTES);
        Memory length = new Memory(Integer.BYTES)) {
      length.setInt(0, Integer.BYTES);
      library.checked(
          "getsockopt",
          () -> functions.getsockopt(number, SOCKET_LEVEL, IS_LISTENING, value, length));
      return value.getInt(0) != 0;
    }
  }
}
