package org.polypath.linux.socket;

import com.sun.jna.Memory;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.concurrent.TimeUnit;
import org.polypath.api.socket.AbstractSockets;
import org.polypath.linux.kernel.CLibrary;
import org.polypath.linux.kernel.Descriptor;
import org.polypath.linux.kernel.ErrorNumber;
import org.polypath.linux.kernel.LibC;
import org.polypath.linux.kernel.Poll;
import org.polypath.linux.kernel.SystemCallException;

/**
 * A connected client.
 *
 * @param library the C library
 * @param descriptor the socket, not blocking
 * @param userId the client's user id
 */
record AbstractPeer(CLibrary library, Descriptor descriptor, int userId)
    implements AbstractSockets.Peer {
  /** Errors come as numbers, not as a signal that ends the process. */
  private static final int NO_SIGNAL = 0x4000;

  /** One attempt at a transfer; fails with EAGAIN when the socket is not ready. */
  private interface Transfer {
    long attempt(LibC functions, int socket);
  }

  @Override
  public int read(byte[] buffer, int millis) throws IOException {
    if (buffer.length == 0) {
      return 0;
    }
    NativeLong length = new NativeLong(buffer.length);
    try (Descriptor.Use use = use();
        Memory memory = new Memory(buffer.length);
        Poll poll = new Poll(library, use.number())) {
      int count =
          transfer(
              "recv",
              use.number(),
              poll,
              deadline(millis),
              (functions, socket) -> functions.recv(socket, memory, length, 0).longValue());
      memory.read(0, buffer, 0, count);
      return count == 0 ? -1 : count;
    }
  }

  @Override
  public void write(byte[] bytes, int millis) throws IOException {
    if (bytes.length == 0) {
      return;
    }
    long deadline = deadline(millis);
    try (Descriptor.Use use = use();
        Memory memory = new Memory(bytes.length);
        Poll poll = Poll.writable(library, use.number())) {
      memory.write(0, bytes, 0, bytes.length);
      for (int done = 0; done < bytes.length; ) {
        Pointer rest = memory.share(done);
        NativeLong length = new NativeLong(bytes.length - done);
        done +=
            transfer(
                "send",
                use.number(),
                poll,
                deadline,
                (functions, socket) -> functions.send(socket, rest, length, NO_SIGNAL).longValue());
      }
    }
  }

  private int transfer(String call, int socket, Poll poll, long deadline, Transfer transfer)
      throws IOException {
    LibC functions = library.functions();
    while (true) {
      try {
        return (int) library.checkedLong(call, () -> transfer.attempt(functions, socket));
      } catch (SystemCallException e) {
        if (e.number() != ErrorNumber.EAGAIN) {
          throw new IOException("client of an abstract socket: " + e.getMessage(), e);
        }
      }
      await(call, poll, deadline);
    }
  }

  private static void await(String call, Poll poll, long deadline) throws IOException {
    long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
    try {
      if (left <= 0 || !poll.await(Math.toIntExact(left))) {
        throw new SocketTimeoutException(
            "client of an abstract socket: " + call + ": the time is over");
      }
    } catch (SystemCallException e) {
      throw new IOException("client of an abstract socket: " + e.getMessage(), e);
    }
  }

  private static long deadline(int millis) {
    return System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
  }

  private Descriptor.Use use() throws IOException {
    return descriptor
        .use()
        .orElseThrow(() -> new IOException("client of an abstract socket: closed"));
  }

  @Override
  public void close() {
    LinuxAbstractSockets.shutDown(library, descriptor);
  }
}
