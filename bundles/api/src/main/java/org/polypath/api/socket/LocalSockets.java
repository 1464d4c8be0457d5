package org.polypath.api.socket;

import java.io.IOException;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Makes listening stream sockets that the JDK cannot: in Linux' abstract name space ({@code man 7
 * unix}), and ones that this process inherited ({@code man 3 sd_listen_fds}).
 */
@ProviderType
public interface LocalSockets {
  /**
   * Listens on an abstract socket.
   *
   * @param name its name without the leading NUL, for instance {@code
   *     /org/kernel/linux/storage/multipathd}
   * @throws IOException if the name is in use or sockets cannot be made; the message says which
   */
  ServedSocket listen(String name) throws IOException;

  /**
   * Takes over a socket that listens already. Children of this process do not inherit it any more.
   *
   * @param descriptor its number, from 3
   * @throws IOException if it is no listening stream socket of the local kind
   */
  ServedSocket adopt(int descriptor) throws IOException;
}
