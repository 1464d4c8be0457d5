package org.polypath.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.polypath.api.discovery.DiscoveryException;
import org.polypath.api.discovery.DiscoveryListener;
import org.polypath.api.path.DeviceNumber;
import org.polypath.api.path.PathFacts;
import org.polypath.linux.FakeDatabase.FakeMonitor;
import org.polypath.linux.udev.DiskMonitor;

/** Whatever breaks, nobody stays deaf. */
class FollowedDisksTest {
  private static final Duration LONG = Duration.ofSeconds(60);

  private final FakeMonitor monitor = new FakeMonitor();
  private final List<String> told = new CopyOnWriteArrayList<>();

  @Test
  void eventsThatCanNoLongerBeReceivedAreFollowedAnew() {
    FollowedDisks followed = follow(() -> monitor, new RecordingListener(told));

    monitor.send(
        listener -> {
          throw new DiscoveryException("on purpose");
        });
    awaitTold("overflowed");
    monitor.send(listener -> listener.changed("sda"));
    awaitTold("overflowed", "found sda");
    followed.close();
  }

  @Test
  void beginningAnewIsTriedUntilItSucceeds() {
    Monitors failingTwice = new Monitors();
    FollowedDisks followed = follow(failingTwice, new RecordingListener(told));

    monitor.send(
        listener -> {
          throw new DiscoveryException("on purpose");
        });
    awaitTold("overflowed");
    assertThat(failingTwice.asked).isEqualTo(4);
    followed.close();
  }

  @Test
  void aListenerWhoseCodeIsBrokenIsToldToBeginAnew() {
    FollowedDisks followed =
        follow(
            () -> monitor,
            new RecordingListener(told) {
              @Override
              public void found(PathFacts facts) {
                throw new NoClassDefFoundError("on purpose");
              }
            });

    monitor.send(listener -> listener.changed("sda"));
    awaitTold("overflowed");
    monitor.send(listener -> listener.removed("sdb"));
    awaitTold("overflowed", "lost sdb");
    followed.close();
  }

  @Test
  void aDiskThatCannotBeLetGoIsToldToHaveGoneAllTheSame() {
    FollowedDisks followed =
        FollowedDisks.begin(
            () -> monitor,
            new DiskEvents(
                name -> Optional.empty(),
                name -> {
                  throw new IllegalStateException("on purpose");
                },
                new RecordingListener(told)));

    monitor.send(listener -> listener.removed("sda"));
    awaitTold("lost sda");
    followed.close();
  }

  private static FollowedDisks follow(Supplier<DiskMonitor> monitors, DiscoveryListener listener) {
    return FollowedDisks.begin(
        monitors,
        new DiskEvents(
            name -> Optional.of(PathFacts.named(name, new DeviceNumber(8, 0)).build()),
            name -> {},
            listener));
  }

  private void awaitTold(String... lines) {
    await().atMost(LONG).untilAsserted(() -> assertThat(told).containsExactly(lines));
  }

  /** Fails the second and the third time. */
  private final class Monitors implements Supplier<DiskMonitor> {
    private volatile int asked;

    @Override
    @SuppressWarnings("NonAtomicVolatileUpdate") // one thread asks at a time
    public DiskMonitor get() {
      asked++;
      if (asked == 2 || asked == 3) {
        throw new DiscoveryException("not yet, on purpose");
      }
      return monitor;
    }
  }
}
