package org.polypath.lab.bench;

import java.util.List;
import org.polypath.lab.BackgroundStep;
import org.polypath.lab.Guest;

/** Hears what a daemon tells its service manager ({@code sd_notify(3)}). */
public final class ServiceManager {
  private static final String SOCKET = "/run/notify";

  private final Guest guest;
  private final BackgroundStep listener;

  private ServiceManager(Guest guest, BackgroundStep listener) {
    this.guest = guest;
    this.listener = listener;
  }

  /** Listens from now on. */
  public static ServiceManager listen(Guest guest) {
    guest.afterwards("pkill -x perl; rm -f " + SOCKET);
    BackgroundStep listener =
        guest.start(
            """
            exec perl -MSocket -MIO::Socket::UNIX -e '
              $| = 1;
              $manager = IO::Socket::UNIX->new(Type => SOCK_DGRAM, Local => "%s") or die $!;
              while (defined $manager->recv($lines, 4096)) { $lines =~ tr/\\n/ /; print "$lines\\n" }'
            """
                .formatted(SOCKET));
    ServiceManager manager = new ServiceManager(guest, listener);
    guest.await(
        "the service manager listens",
        Guest.STEP_LIMIT,
        () -> guest.attempt("[ -S %s ]".formatted(SOCKET)),
        seen -> seen.exitStatus() == 0);
    return manager;
  }

  /**
   * What a daemon finds in its environment when it is started as a service.
   *
   * @param watchdogSeconds after how long without a sign of life it is taken for dead
   */
  public String environment(int watchdogSeconds) {
    return "NOTIFY_SOCKET=%s WATCHDOG_USEC=%d000000".formatted(SOCKET, watchdogSeconds);
  }

  /** All messages so far, each on one line. */
  public List<String> messages() {
    return listener.stdout().lines().map(String::strip).toList();
  }

  /** Waits for a message that begins so, behind as many messages as are given. */
  public void await(String beginning, int behind) {
    guest.await(
        "the service manager is told " + beginning,
        Guest.STEP_LIMIT,
        this::messages,
        told -> told.stream().skip(behind).anyMatch(message -> message.startsWith(beginning)));
  }
}
