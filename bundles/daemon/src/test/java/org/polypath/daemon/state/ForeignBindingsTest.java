package org.polypath.daemon.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.polypath.api.names.BindingsStore;
import org.polypath.api.names.BindingsStoreException;
import org.polypath.api.names.StoredBindings;
import org.polypath.api.path.Wwid;

/** Whatever a plug-in's store does, its asker gets an answer or one kind of exception, in time. */
class ForeignBindingsTest {
  private static final StoredBindings NOTHING = new StoredBindings(Map.of(), Set.of());

  private static ForeignBindings asked(Duration patience, Supplier<StoredBindings> answer) {
    return new ForeignBindings(
        "bundle acme 1.0",
        new BindingsStore() {
          @Override
          public StoredBindings read() {
            return answer.get();
          }

          @Override
          public boolean bind(String alias, Wwid wwid, Optional<String> previous) {
            return alias.equals("mpatha");
          }
        },
        patience);
  }

  @Test
  void answersComeThrough() {
    try (ForeignBindings store = asked(Duration.ofMinutes(1), () -> NOTHING)) {
      assertThat(store.read()).isEqualTo(NOTHING);
      assertThat(store.bind("mpatha", new Wwid("3600a"), Optional.empty())).isTrue();
      assertThat(store.bind("mpathb", new Wwid("3600a"), Optional.empty())).isFalse();
    }
  }

  @Test
  void whatItThrowsIsToldWithItsName() {
    try (ForeignBindings store =
        asked(
            Duration.ofMinutes(1),
            () -> {
              throw new NoClassDefFoundError("com/acme/Quorum");
            })) {
      assertThatThrownBy(store::read)
          .isInstanceOf(BindingsStoreException.class)
          .hasMessageContainingAll("bundle acme 1.0", "com/acme/Quorum");
      assertThatThrownBy(store::read).as("asked again").hasMessageContaining("Quorum");
    }
  }

  @Test
  void nothingIsNoAnswer() {
    try (ForeignBindings store = asked(Duration.ofMinutes(1), () -> null)) {
      assertThatThrownBy(store::read).hasMessage("bundle acme 1.0 answered nothing");
    }
  }

  @Test
  void oneThatDoesNotComeBackIsNotAskedUntilItDoes() {
    CountDownLatch quorum = new CountDownLatch(1);
    try (ForeignBindings store =
        asked(
            Duration.ofMillis(20),
            () -> {
              awaitUninterruptibly(quorum);
              return NOTHING;
            })) {
      assertThatThrownBy(store::read).hasMessageContaining("did not answer within 20 ms");
      assertThatThrownBy(store::read).hasMessageContaining("has not come back");
      quorum.countDown();
      await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> store.read());
    }
  }

  @Test
  void oneThatHasGoneIsSaidToHaveGone() {
    ForeignBindings store = asked(Duration.ofMinutes(1), () -> NOTHING);
    store.close();
    assertThatThrownBy(store::read)
        .isInstanceOf(BindingsStoreException.class)
        .hasMessageContaining("has gone");
  }

  private static void awaitUninterruptibly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
