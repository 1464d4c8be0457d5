package org.polypath.client;

import com.sun.jna.LastErrorException;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.ClosedChannelException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.polypath.launcher.NativeLibrary;

/**
 * A connection to a socket in Linux' abstract name space ({@code man 7 unix}), where daemons of
 * older releases alone listen. The JDK knows no such sockets; the C library is loaded when one is
 * needed.
 */
final class AbstractSocket implements ByteChannel {
  private static final int LOCAL = 1;
  private static final int STREAM = 1;
  private static final int BOTH_DIRECTIONS = 2;
  private static final Path SOCKETS = Path.of("/proc/net/unix");

  private final int descriptor;
  private volatile boolean open = true;

  private AbstractSocket(int descriptor) {
    this.descriptor = descriptor;
  }

  /** The functions of the C library, as {@code man 2} describes them. */
  private static final class Library {
    static {
      Native.register(Library.class, "c");
    }

    private Library() {}

    static native int socket(int domain, int type, int protocol) throws LastErrorException;

    static native int connect(int socket, Pointer address, int length) throws LastErrorException;

    static native NativeLong read(int socket, Pointer buffer, NativeLong count)
        throws LastErrorException;

    static native NativeLong write(int socket, Pointer buffer, NativeLong count)
        throws LastErrorException;

    static native int shutdown(int socket, int how) throws LastErrorException;

    static native int close(int socket) throws LastErrorException;
  }

  /** Whether somebody listens on a name; costs no library. */
  static boolean isThere(String name) {
    try {
      return Files.readString(SOCKETS, StandardCharsets.ISO_8859_1).contains(" @" + name + "\n");
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Connects.
   *
   * @param name without the leading NUL
   */
  static AbstractSocket connect(String name) throws IOException {
    Optional.ofNullable(System.getProperty("polypath.home"))
        .map(Path::of)
        .ifPresent(NativeLibrary::use);
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    try (Memory address = new Memory(Short.BYTES + 1L + bytes.length)) {
      address.clear();
      address.setShort(0, (short) LOCAL);
      address.write(Short.BYTES + 1L, bytes, 0, bytes.length);
      AbstractSocket socket = new AbstractSocket(Library.socket(LOCAL, STREAM, 0));
      try {
        Library.connect(socket.descriptor, address, (int) address.size());
        return socket;
      } catch (LastErrorException e) {
        socket.close();
        throw e;
      }
    } catch (LastErrorException e) {
      throw new IOException("cannot connect to @" + name + ": " + e.getMessage(), e);
    }
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    int room = target.remaining();
    try (Memory memory = new Memory(room)) {
      int count = Library.read(descriptor, memory, new NativeLong(room)).intValue();
      if (!open) {
        throw new ClosedChannelException();
      }
      target.put(memory.getByteArray(0, count));
      return count == 0 ? -1 : count;
    } catch (LastErrorException e) {
      throw failed(e);
    }
  }

  @Override
  public int write(ByteBuffer source) throws IOException {
    byte[] bytes = new byte[source.remaining()];
    source.duplicate().get(bytes);
    try (Memory memory = new Memory(bytes.length)) {
      memory.write(0, bytes, 0, bytes.length);
      int count = Library.write(descriptor, memory, new NativeLong(bytes.length)).intValue();
      source.position(source.position() + count);
      return count;
    } catch (LastErrorException e) {
      throw failed(e);
    }
  }

  private IOException failed(LastErrorException cause) {
    return open ? new IOException(cause.getMessage(), cause) : new ClosedChannelException();
  }

  @Override
  public boolean isOpen() {
    return open;
  }

  /** Also wakes who reads in another thread. */
  @Override
  public void close() {
    if (open) {
      open = false;
      try {
        Library.shutdown(descriptor, BOTH_DIRECTIONS);
        Library.close(descriptor);
      } catch (LastErrorException e) {
        Streams.error("the connection does not close: " + e.getMessage() + "\n");
      }
    }
  }
}
