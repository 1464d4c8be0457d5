package org.polypath.daemon.plugin;

import java.time.Duration;
import org.polypath.api.platform.PluginDirectory.Use;

/** What a plug-in was asked and how that ended. Any thread may call. */
final class PluginCounters {
  private long calls;
  private int faults;
  private long nanos;
  private long longest;

  synchronized void answered(long tookNanos) {
    count(tookNanos);
  }

  synchronized void failed(long tookNanos) {
    count(tookNanos);
    faults++;
  }

  private void count(long tookNanos) {
    calls++;
    nanos += tookNanos;
    longest = Math.max(longest, tookNanos);
  }

  synchronized Use use(int blocked) {
    return new Use(calls, faults, Duration.ofNanos(nanos), Duration.ofNanos(longest), blocked);
  }
}
