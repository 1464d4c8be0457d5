package org.polypath.simulator.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ThreadTimelineTest {
  private final ThreadTimeline timeline = new ThreadTimeline();

  @AfterEach
  void close() {
    timeline.close();
  }

  @Test
  void everythingHappensOnItsOneThread() {
    AtomicReference<Thread> later = new AtomicReference<>();
    timeline.tell(
        () -> timeline.after(Duration.ofMillis(5), () -> later.set(Thread.currentThread())));
    Thread asked = timeline.ask(() -> timeline.ask(Thread::currentThread));
    await().atMost(Duration.ofSeconds(30)).until(() -> later.get() != null);
    assertThat(later.get()).isSameAs(asked).isNotSameAs(Thread.currentThread());
  }

  @Test
  void cancelledAlarmDoesNotHappen() {
    List<String> happened = new ArrayList<>();
    CountDownLatch end = new CountDownLatch(1);
    timeline.tell(
        () -> {
          timeline.after(Duration.ofMillis(1), () -> happened.add("cancelled")).cancel();
          timeline.after(
              Duration.ofMillis(2),
              () -> {
                throw new IllegalStateException("must not stop the timeline");
              });
          timeline.after(Duration.ofMillis(20), end::countDown);
        });
    await().atMost(Duration.ofSeconds(30)).until(() -> end.getCount() == 0);
    assertThat(happened).isEmpty();
  }

  @Test
  void exceptionOfAQuestionReachesTheAsker() {
    assertThatThrownBy(
            () ->
                timeline.tell(
                    () -> {
                      throw new IllegalArgumentException("asked wrongly");
                    }))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("asked wrongly");
  }

  @Test
  void nothingCanBeAskedAfterTheEnd() {
    timeline.close();
    assertThatThrownBy(() -> timeline.ask(() -> "answer"))
        .isInstanceOf(TimelineEndedException.class);
    timeline.tellIfRunning(() -> {});
  }
}
