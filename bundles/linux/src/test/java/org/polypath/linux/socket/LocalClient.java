package org.polypath.linux.socket;

import com.sun.jna.Library;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;
import java.nio.charset.StandardCharsets;
import org.polypath.linux.kernel.CLibrary;
import org.polypath.linux.kernel.LibC;
import org.polypath.linux.kernel.SystemCallException;

/** The other end of an abstract socket, as any program would make it. Its calls block. */
final class LocalClient implements AutoCloseable {
  /** What only a client calls. */
  public interface Connecting extends Library {
    /** In the C library. */
    Connecting LIBRARY = Native.load(null, Connecting.class);

    /** {@code connect(2)}. */
    int connect(int descriptor, Pointer address, int length);
  }

  private final LibC functions;
  private final int descriptor;

  LocalClient(CLibrary library, String name) throws SystemCallException {
    functions = library.functions();
    descriptor = library.checked("socket", () -> functions.socket(1, 1, 0));
    try (Memory address = SocketAddress.ofAbstract(name.getBytes(StandardCharsets.UTF_8))) {
      library.checked(
          "connect", () -> Connecting.LIBRARY.connect(descriptor, address, (int) address.size()));
    }
  }

  void send(byte[] bytes) {
    try (Memory memory = new Memory(bytes.length)) {
      memory.write(0, bytes, 0, bytes.length);
      functions.send(descriptor, memory, new NativeLong(bytes.length), 0x4000);
    }
  }

  byte[] receive(int count) {
    byte[] all = new byte[count];
    try (Memory memory = new Memory(count)) {
      for (int done = 0; done < count; ) {
        int some = functions.recv(descriptor, memory, new NativeLong(count - done), 0).intValue();
        if (some <= 0) {
          throw new IllegalStateException("the other end closed after " + done + " bytes");
        }
        memory.read(0, all, done, some);
        done += some;
      }
    }
    return all;
  }

  @Override
  public void close() {
    functions.close(descriptor);
  }
}
