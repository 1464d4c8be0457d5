package org.polypath.daemon.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.polypath.api.device.PathDevice;
import org.polypath.api.discovery.DiscoveryListener;
import org.polypath.api.discovery.DiscoveryWatch;
import org.polypath.api.discovery.PathChange;
import org.polypath.api.discovery.PathDiscovery;
import org.polypath.api.path.DeviceNumber;
import org.polypath.api.path.PathFacts;
import org.polypath.core.effect.Effect.ChangePath;
import org.polypath.scsi.testing.FakePathDevice;

/** Changes of paths: in order on one path, past one that hangs on another. */
class ChangePerformerTest {
  private static final PathChange FIRST = new PathChange.TransferLimit(1);
  private static final PathChange SECOND = new PathChange.TransferLimit(2);

  private static final DeviceNumber NUMBER = new DeviceNumber(8, 0);

  private final CountDownLatch hanging = new CountDownLatch(1);
  private final List<String> done = new CopyOnWriteArrayList<>();
  private final ChangePerformer performer = new ChangePerformer(new Host());

  @AfterEach
  void stop() {
    hanging.countDown();
    performer.close();
  }

  @Test
  void aPathThatHangsHoldsUpItsOwnChangesAlone() {
    perform("sda", new PathChange.Delete());
    perform("sda", FIRST);
    perform("sdb", FIRST);
    perform("sdb", SECOND);
    await().until(() -> done.size() == 2);
    assertThat(done).containsExactly("sdb " + FIRST, "sdb " + SECOND);
    hanging.countDown();
    await().until(() -> done.size() == 4);
    assertThat(done.subList(2, 4))
        .containsExactly("sda " + new PathChange.Delete(), "sda " + FIRST);
  }

  @Test
  void aChangeThatFailsDoesNotStopTheNext() {
    perform("sdc", FIRST);
    perform("sdc", SECOND);
    await().until(() -> done.size() == 1);
    assertThat(done).containsExactly("sdc " + SECOND);
  }

  @Test
  void limitsOfRequestsAreWaitedForByDeviceAlsoIfTheyFail() {
    perform("sda", new PathChange.Delete());
    perform("sda", FIRST);
    CompletableFuture<Void> limited = performer.limited(Set.of(NUMBER));
    assertThat(performer.limited(Set.of(new DeviceNumber(8, 16)))).isCompleted();
    assertThat(limited).isNotDone();
    hanging.countDown();
    assertThat(limited).succeedsWithin(Duration.ofSeconds(60));
    await().until(() -> done.contains("sda " + FIRST));
    perform("sdc", FIRST);
    assertThat(performer.limited(Set.of(NUMBER))).succeedsWithin(Duration.ofSeconds(60));
  }

  private void perform(String name, PathChange change) {
    PathFacts path = PathFacts.named(name, NUMBER).build();
    performer.perform(new ChangePath(path, change));
  }

  private final class Host implements PathDiscovery {
    private final PathDiscovery others = new OnePath(new FakePathDevice());

    @Override
    public List<String> change(PathFacts path, PathChange change) {
      if (change instanceof PathChange.Delete) {
        waitUninterrupted();
      }
      if (path.name().equals("sdc") && change.equals(FIRST)) {
        throw new IllegalStateException("a fault of the discovery");
      }
      done.add(path.name() + " " + change);
      return List.of();
    }

    private void waitUninterrupted() {
      try {
        hanging.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    @Override
    public List<PathFacts> scan() {
      return others.scan();
    }

    @Override
    public Optional<PathFacts> look(String name) {
      return others.look(name);
    }

    @Override
    public DiscoveryWatch watch(DiscoveryListener listener) {
      return others.watch(listener);
    }

    @Override
    public PathDevice device(PathFacts facts) {
      return others.device(facts);
    }
  }
}
