package org.polypath.daemon;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.polypath.api.topology.Topology;

/**
 * Tells the service manager what the daemon has in hand, and that it is alive: not that a timer
 * runs, but that the core's thread has taken an event since it was last asked to. Run from time to
 * time by one thread.
 */
final class Supervision implements Runnable {
  private static final Duration WITHOUT_WATCHDOG = Duration.ofSeconds(10);

  private final LongSupplier turns;
  private final Runnable poke;
  private final Supplier<Topology> topology;
  private final Consumer<String> manager;
  private long seen;
  private String status = "";

  /**
   * Nothing told yet.
   *
   * @param turns how often the core's thread has taken events
   * @param poke gives it one that changes nothing
   * @param topology what there is
   * @param manager who is told
   */
  Supervision(
      LongSupplier turns, Runnable poke, Supplier<Topology> topology, Consumer<String> manager) {
    this.turns = turns;
    this.poke = poke;
    this.topology = topology;
    this.manager = manager;
    this.seen = turns.getAsLong();
  }

  /**
   * How often it is to run: twice in the time after which the service manager takes the daemon for
   * dead ({@code sd_watchdog_enabled(3)}).
   *
   * @param environment this process'
   * @param pid this process
   */
  static Duration period(Map<String, String> environment, long pid) {
    String watched = environment.getOrDefault("WATCHDOG_PID", Long.toString(pid));
    return Optional.ofNullable(environment.get("WATCHDOG_USEC"))
        .filter(microseconds -> watched.equals(Long.toString(pid)))
        .filter(microseconds -> microseconds.matches("[1-9]\\d{0,17}"))
        .map(microseconds -> Duration.ofNanos(Long.parseLong(microseconds) / 2 * 1000))
        .filter(half -> half.compareTo(WITHOUT_WATCHDOG) < 0)
        .orElse(WITHOUT_WATCHDOG);
  }

  @Override
  public void run() {
    long now = turns.getAsLong();
    if (now != seen) {
      seen = now;
      manager.accept("WATCHDOG=1");
    }
    poke.run();
    tellStatus();
  }

  private void tellStatus() {
    String next = status(topology.get());
    if (!next.equals(status)) {
      status = next;
      manager.accept("STATUS=" + next);
    }
  }

  private static String status(Topology topology) {
    long unusable = topology.paths().stream().filter(path -> !path.state().isUsable()).count();
    return "maps: "
        + topology.maps().size()
        + ", paths: "
        + topology.paths().size()
        + (unusable == 0 ? "" : ", not usable: " + unusable);
  }
}
