package org.polypath.dm;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits for udev by asking again and again, so that many maps can be waited for at once. Every
 * cookie comes from here and is given back in the end, whatever udev does. Used on the driver's
 * thread only.
 */
final class CookieWaiter {
  /** After this udev is usually no longer waited for. */
  static final Duration LIMIT = Duration.ofSeconds(30);

  /** After this it is no longer waited for if there is no udev daemon. */
  static final Duration LIMIT_WITHOUT_UDEV = Duration.ofSeconds(1);

  private static final Logger LOG = LoggerFactory.getLogger(CookieWaiter.class);
  private static final Duration FIRST_DELAY = Duration.ofMillis(1);
  private static final Duration LONGEST_DELAY = Duration.ofMillis(20);

  private final UdevCookies cookies;
  private final BooleanSupplier udevRuns;
  private final DriverThread thread;
  private final Set<Integer> held = ConcurrentHashMap.newKeySet();
  private final Map<Integer, CompletableFuture<Boolean>> pending = new HashMap<>();

  CookieWaiter(UdevCookies cookies, BooleanSupplier udevRuns, DriverThread thread) {
    this.cookies = cookies;
    this.udevRuns = udevRuns;
    this.thread = thread;
  }

  /** A new cookie, to be awaited whatever becomes of the work. */
  int newCookie() {
    int cookie = cookies.newCookie();
    if (cookie != UdevCookies.NONE) {
      held.add(cookie);
    }
    return cookie;
  }

  /**
   * Completes with true when udev is done, with false if it was given up or is not there.
   *
   * @param patience after this it is given up
   */
  CompletableFuture<Boolean> await(int cookie, String device, Duration patience) {
    CompletableFuture<Boolean> done = new CompletableFuture<>();
    if (!held.contains(cookie)) {
      done.complete(false);
    } else {
      pending.put(cookie, done);
      ask(new Wait(cookie, device, System.nanoTime(), patience), FIRST_DELAY);
    }
    return done;
  }

  /** Gives back all cookies, those too whose work is still under way. */
  void giveUp() {
    List.copyOf(held).forEach(this::abandon);
  }

  /** What is waited for, since when by the clock of nanoseconds, and how long. */
  private record Wait(int cookie, String device, long since, Duration patience) {}

  private void ask(Wait wait, Duration delay) {
    if (!pending.containsKey(wait.cookie())) {
      return;
    }
    if (settled(wait.cookie())) {
      finish(wait.cookie(), true);
      return;
    }
    Duration waited = Duration.ofNanos(System.nanoTime() - wait.since());
    if (isOver(waited, wait.patience())) {
      LOG.warn("udev did not answer: device: {}, waited: {} ms", wait.device(), waited.toMillis());
      abandon(wait.cookie());
      return;
    }
    Duration next = delay.multipliedBy(2);
    thread.later(delay, () -> ask(wait, next.compareTo(LONGEST_DELAY) < 0 ? next : LONGEST_DELAY));
  }

  private boolean isOver(Duration waited, Duration patience) {
    return waited.compareTo(patience) >= 0
        || (waited.compareTo(LIMIT_WITHOUT_UDEV) >= 0 && !udevRuns.getAsBoolean());
  }

  private boolean settled(int cookie) {
    try {
      return cookies.settled(cookie);
    } catch (TaskException e) {
      LOG.debug("udev cookie gone: cookie: {}, reason: {}", cookie, e.getMessage());
      abandon(cookie);
      return false;
    }
  }

  private void abandon(int cookie) {
    cookies.discard(cookie);
    finish(cookie, false);
  }

  private void finish(int cookie, boolean settled) {
    held.remove(cookie);
    CompletableFuture<Boolean> done = pending.remove(cookie);
    if (done != null) {
      done.complete(settled);
    }
  }
}
