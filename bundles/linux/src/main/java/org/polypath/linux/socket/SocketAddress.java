package org.polypath.linux.socket;

import com.sun.jna.Memory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.polypath.linux.kernel.CLibrary;
import org.polypath.linux.kernel.SystemCallException;

/** {@code struct sockaddr_un} ({@code man 7 unix}). */
final class SocketAddress {
  /** {@code AF_UNIX}. */
  static final int LOCAL = 1;

  /** Room for a name beside the NUL that stands before an abstract one. */
  static final int LONGEST_NAME = 107;

  private static final int BYTES = Short.BYTES + LONGEST_NAME + 1;

  private SocketAddress() {}

  /** An abstract address, exactly as long as the name: the length is part of the name. */
  static Memory ofAbstract(byte[] name) {
    Memory address = new Memory(Short.BYTES + 1L + name.length);
    address.clear();
    address.setShort(0, (short) LOCAL);
    address.write(Short.BYTES + 1L, name, 0, name.length);
    return address;
  }

  /**
   * The address that a socket is bound to: a path, or {@code @} and an abstract name.
   *
   * @throws IOException if it is no local socket
   */
  static String of(CLibrary library, int socket) throws IOException, SystemCallException {
    try (Memory address = new Memory(BYTES);
        Memory length = new Memory(Integer.BYTES)) {
      length.setInt(0, BYTES);
      library.checked(
          "getsockname", () -> library.functions().getsockname(socket, address, length));
      if (address.getShort(0) != LOCAL) {
        throw new IOException("inherited descriptor " + socket + " is no local socket");
      }
      int count = Math.max(0, Math.min(length.getInt(0), BYTES) - Short.BYTES);
      String name = new String(address.getByteArray(Short.BYTES, count), StandardCharsets.UTF_8);
      boolean isAbstract = name.startsWith("\0");
      return isAbstract ? "@" + name.substring(1) : name.replace("\0", "");
    }
  }
}
