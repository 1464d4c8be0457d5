package org.polypath.linux.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.polypath.linux.kernel.LibC;

class ServiceNotificationsTest {
  private static final int UNIX = 1;
  private static final int DATAGRAM_NON_BLOCKING = 2 | 0x800;

  private final LibC functions = Native.load(null, LibC.class);

  @TempDir private Path folder;

  @Test
  void theManagersSocketGetsTheLinesAsOneDatagram() {
    String path = folder.resolve("notify").toString();
    assertThat(received(path, path, "READY=1\nSTATUS=maps: 2"))
        .isEqualTo("READY=1\nSTATUS=maps: 2");
  }

  @Test
  void anAbstractSocketIsNamedBehindAnAt() {
    String name = "polypath-test-" + ProcessHandle.current().pid();
    assertThat(received("\0" + name, "@" + name, "WATCHDOG=1")).isEqualTo("WATCHDOG=1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/", "vsock:2:1234", "relative", "/no/such/socket"})
  void aManagerThatIsNotThereIsNoTrouble(String socket) {
    assertThatCode(() -> new ServiceNotifications(Optional.of(socket)).accept("READY=1"))
        .doesNotThrowAnyException();
  }

  private String received(String bound, String named, String lines) {
    byte[] name = bound.getBytes(StandardCharsets.UTF_8);
    int socket = functions.socket(UNIX, DATAGRAM_NON_BLOCKING, 0);
    try (Memory address = new Memory(2L + name.length);
        Memory data = new Memory(4096)) {
      address.setShort(0, (short) UNIX);
      address.write(2, name, 0, name.length);
      assertThat(functions.bind(socket, address, (int) address.size())).isZero();

      new ServiceNotifications(Optional.of(named)).accept(lines);

      int count = functions.recv(socket, data, new NativeLong(data.size()), 0).intValue();
      return new String(data.getByteArray(0, count), StandardCharsets.UTF_8);
    } finally {
      functions.close(socket);
    }
  }
}
