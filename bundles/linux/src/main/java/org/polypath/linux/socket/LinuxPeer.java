package org.polypath.linux.socket;

import com.sun.jna.Memory;
import com.sun.jna.NativeLong;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.function.Consumer;
import org.polypath.api.socket.Peer;
import org.polypath.linux.kernel.CLibrary;
import org.polypath.linux.kernel.Descriptor;
import org.polypath.linux.kernel.ErrorNumber;
import org.polypath.linux.kernel.LibC;
import org.polypath.linux.kernel.SystemCallException;

/** A client of a {@link LinuxServedSocket}. */
final class LinuxPeer implements Peer {
  /** Errors come as numbers, not as a signal that ends the process. */
  private static final int NO_SIGNAL = 0x4000;

  /** So much is moved at once at most. */
  private static final int CHUNK = 64 * 1024;

  private final CLibrary library;
  private final Descriptor descriptor;
  private final int userId;
  private final Consumer<LinuxPeer> forget;
  private boolean reading;
  private boolean writing;

  LinuxPeer(CLibrary library, Descriptor descriptor, int userId, Consumer<LinuxPeer> forget) {
    this.library = library;
    this.descriptor = descriptor;
    this.userId = userId;
    this.forget = forget;
  }

  @Override
  public boolean isUser(int id) {
    return userId == id;
  }

  @Override
  public void watch(boolean read, boolean write) {
    reading = read;
    writing = write;
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    int room = Math.min(target.remaining(), CHUNK);
    try (Memory memory = new Memory(room)) {
      int count =
          transfer(
              "recv",
              (functions, socket) ->
                  functions.recv(socket, memory, new NativeLong(room), 0).longValue());
      if (count == 0) {
        return -1;
      }
      if (count > 0) {
        target.put(memory.getByteArray(0, count));
      }
      return Math.max(0, count);
    }
  }

  @Override
  public int write(ByteBuffer source) throws IOException {
    int size = Math.min(source.remaining(), CHUNK);
    try (Memory memory = new Memory(size)) {
      memory.write(0, source.array(), source.arrayOffset() + source.position(), size);
      int count =
          transfer(
              "send",
              (functions, socket) ->
                  functions.send(socket, memory, new NativeLong(size), NO_SIGNAL).longValue());
      source.position(source.position() + Math.max(0, count));
      return Math.max(0, count);
    }
  }

  @Override
  public void close() {
    descriptor.close();
    forget.accept(this);
  }

  boolean isReading() {
    return reading;
  }

  boolean isWriting() {
    return writing;
  }

  boolean isWatched() {
    return reading || writing;
  }

  Optional<Descriptor.Use> use() {
    return descriptor.use();
  }

  private interface Transfer {
    long attempt(LibC functions, int socket);
  }

  /** -1 if the socket is not ready. */
  private int transfer(String call, Transfer transfer) throws IOException {
    try (Descriptor.Use use =
        use().orElseThrow(() -> new IOException("client of a local socket: closed"))) {
      LibC functions = library.functions();
      return (int) library.checkedLong(call, () -> transfer.attempt(functions, use.number()));
    } catch (SystemCallException e) {
      if (e.number() == ErrorNumber.EAGAIN) {
        return -1;
      }
      throw new IOException("client of a local socket: " + e.getMessage(), e);
    }
  }
}
