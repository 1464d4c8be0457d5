package org.polypath.linux.process;

import com.sun.jna.LastErrorException;
import com.sun.jna.Memory;
import com.sun.jna.NativeLong;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.polypath.linux.kernel.NativeLibraryException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the service manager about the service, as {@code sd_notify(3)} describes it: a text of
 * lines such as {@code READY=1}, as one datagram to the socket in {@code NOTIFY_SOCKET}. Where
 * there is none, nobody wants to know. Any thread may call; it never waits.
 */
@Component(service = Consumer.class, immediate = true, property = "polypath.servicemanager=true")
public final class ServiceNotifications implements Consumer<String> {
  private static final Logger LOG = LoggerFactory.getLogger(ServiceNotifications.class);
  private static final int UNIX = 1;
  private static final int DATAGRAM_CLOSE_ON_EXEC = 2 | 0x80000;
  private static final int NO_WAITING_NO_SIGNAL = 0x40 | 0x4000;

  /** Room in {@code struct sockaddr_un} behind the family. */
  private static final int LONGEST_NAME = 108;

  private final Optional<String> socket;

  /** To the manager that this process' environment names. */
  @Activate
  public ServiceNotifications() {
    this(Optional.ofNullable(System.getenv("NOTIFY_SOCKET")));
  }

  /** To a socket: a path, or an abstract name behind {@code @}. */
  ServiceNotifications(Optional<String> socket) {
    this.socket =
        socket.filter(name -> (name.startsWith("/") || name.startsWith("@")) && name.length() > 1);
  }

  @Override
  public void accept(String lines) {
    socket.ifPresent(name -> send(name, lines));
  }

  private static void send(String name, String lines) {
    byte[] address = name.getBytes(StandardCharsets.UTF_8);
    if (address.length > LONGEST_NAME) {
      LOG.warn("service manager not told: socket: {}, reason: its name is too long", name);
      return;
    }
    try {
      send(ProcessLibrary.calls(), address, lines.getBytes(StandardCharsets.UTF_8));
    } catch (LastErrorException e) {
      LOG.warn("service manager not told: socket: {}, error number: {}", name, e.getErrorCode());
    } catch (NativeLibraryException e) {
      LOG.warn("service manager not told: {}", e.getMessage());
    }
  }

  private static void send(ProcessCalls calls, byte[] name, byte[] message) {
    if (name[0] == '@') {
      name[0] = 0;
    }
    int descriptor = calls.socket(UNIX, DATAGRAM_CLOSE_ON_EXEC, 0);
    try (Memory address = new Memory(Short.BYTES + (long) name.length)) {
      address.setShort(0, (short) UNIX);
      address.write(Short.BYTES, name, 0, name.length);
      calls.sendto(
          descriptor,
          message,
          new NativeLong(message.length),
          NO_WAITING_NO_SIGNAL,
          address,
          (int) address.size());
    } finally {
      calls.close(descriptor);
    }
  }
}
