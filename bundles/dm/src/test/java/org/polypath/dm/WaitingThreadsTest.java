package org.polypath.dm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.polypath.api.map.MapDriverException;

class WaitingThreadsTest {
  private final ExecutorService pool = Executors.newCachedThreadPool();
  private final WaitingThreads threads = new WaitingThreads(pool, 2);
  private final CountDownLatch mayEnd = new CountDownLatch(1);

  @AfterEach
  void end() throws InterruptedException {
    mayEnd.countDown();
    threads.shutdown();
    assertThat(pool.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void whatIsBeyondTheBoundRunsInOrderWhenOthersEnd() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(2);
    List<Integer> order = new CopyOnWriteArrayList<>();
    CountDownLatch all = new CountDownLatch(3);
    for (int i = 0; i < 2; i++) {
      threads.execute(
          () -> {
            begun.countDown();
            await(mayEnd);
          });
    }
    assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
    for (int i = 0; i < 3; i++) {
      int number = i;
      threads.execute(
          () -> {
            order.add(number);
            all.countDown();
          });
    }
    assertThat(order).isEmpty();

    mayEnd.countDown();
    assertThat(all.await(30, TimeUnit.SECONDS)).isTrue();
    assertThat(order).containsExactlyInAnyOrder(0, 1, 2);
  }

  @Test
  void aCallThatThrowsGivesItsPlaceBack() throws InterruptedException {
    CountDownLatch ran = new CountDownLatch(10);
    for (int i = 0; i < 10; i++) {
      threads.execute(
          () -> {
            ran.countDown();
            throw new IllegalStateException("made to fail");
          });
    }
    assertThat(ran.await(30, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void aThreadThatCannotBeStartedGivesItsPlaceBackAndIsTold() throws InterruptedException {
    AtomicInteger missing = new AtomicInteger(3);
    ExecutorService shortOfThreads =
        Executors.newCachedThreadPool(
            task -> {
              if (missing.getAndDecrement() > 0) {
                throw new OutOfMemoryError("unable to create native thread");
              }
              return new Thread(task);
            });
    WaitingThreads few = new WaitingThreads(shortOfThreads, 2);
    CountDownLatch ran = new CountDownLatch(1);
    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(() -> few.execute(ran::countDown))
          .isInstanceOf(MapDriverException.class)
          .hasMessageContaining("threads");
    }
    few.execute(ran::countDown);
    assertThat(ran.await(30, TimeUnit.SECONDS)).isTrue();
    few.shutdown();
  }

  @Test
  void neverDoMoreRunThanTheBound() throws InterruptedException {
    AtomicInteger running = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    CountDownLatch done = new CountDownLatch(100);
    for (int i = 0; i < 100; i++) {
      threads.execute(
          () -> {
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            running.decrementAndGet();
            done.countDown();
          });
    }
    assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
    assertThat(most.get()).isBetween(1, 2);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
