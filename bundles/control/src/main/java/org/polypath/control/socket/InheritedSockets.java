package org.polypath.control.socket;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The sockets that systemd hands to the service it starts ({@code man 3 sd_listen_fds}). */
final class InheritedSockets {
  private static final int FIRST = 3;

  private InheritedSockets() {}

  /**
   * Their descriptors; none if they are meant for another process.
   *
   * @param environment this process' environment: {@code LISTEN_PID} and {@code LISTEN_FDS}
   * @param pid this process
   */
  static List<Integer> descriptors(Map<String, String> environment, long pid) {
    boolean ours = environment.getOrDefault("LISTEN_PID", "").equals(Long.toString(pid));
    String count = environment.getOrDefault("LISTEN_FDS", "");
    return ours && count.matches("\\d{1,3}")
        ? IntStream.range(FIRST, FIRST + Integer.parseInt(count)).boxed().toList()
        : List.of();
  }
}
