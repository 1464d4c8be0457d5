package org.polypath.linux.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.polypath.api.device.DeviceFailure;

class RequestThreadsTest {
  private static final Duration LONG = Duration.ofSeconds(60);

  private final RequestThreads threads = new RequestThreads(2, 3);
  private final CountDownLatch released = new CountDownLatch(1);

  @AfterEach
  void end() {
    released.countDown();
    threads.close();
  }

  private void hang() {
    threads.execute(
        () -> {
          try {
            released.await();
          } catch (InterruptedException e) {
            throw new IllegalStateException("a request in the kernel is not interrupted", e);
          }
        });
  }

  private void hangUntilFull() {
    for (int i = 0; i < 3; i++) {
      hang();
    }
    await().atMost(LONG).until(() -> threads.waiting() == 3);
  }

  @Test
  void otherTasksRunThoughAsManyHangAsMay()
      throws InterruptedException, ExecutionException, TimeoutException {
    CompletableFuture<Thread> other = new CompletableFuture<>();
    hang();
    hang();
    threads.execute(() -> other.complete(Thread.currentThread()));

    Thread thread = other.get(60, TimeUnit.SECONDS);

    assertThat(thread.isDaemon()).isTrue();
    assertThat(thread.getName()).startsWith("polypath-device-");
  }

  @Test
  void moreThanMayHangAreRefused() {
    hangUntilFull();

    assertThatThrownBy(() -> threads.execute(() -> {}))
        .isInstanceOf(RejectedExecutionException.class)
        .hasMessage("3 requests wait for devices that hang");
    assertThat(threads.size()).isLessThanOrEqualTo(5);
  }

  @Test
  void aRefusedRequestSaysNothingAboutItsPath() {
    hangUntilFull();
    RequestSlot slot = new RequestSlot("sda", threads);

    for (int i = 0; i < 2; i++) {
      String answer =
          slot.request("read", LONG, () -> "read", (failure, text) -> failure + " " + text)
              .toCompletableFuture()
              .join();

      assertThat(answer)
          .isEqualTo(
              DeviceFailure.NO_MEMORY
                  + " read on sda: not sent, 3 requests wait for devices that hang");
    }
  }

  @Test
  void threadsThatHungServeAgain() {
    hangUntilFull();

    released.countDown();

    await().atMost(LONG).until(() -> threads.waiting() == 0);
    CompletableFuture<String> answer = new CompletableFuture<>();
    threads.execute(() -> answer.complete("served"));
    assertThat(answer.orTimeout(60, TimeUnit.SECONDS).join()).isEqualTo("served");
  }

  @Test
  void aRequestThatThrowsIsAnAnswerToo() {
    RequestSlot slot = new RequestSlot("sda", threads);

    String answer =
        slot.request(
                "read",
                LONG,
                () -> {
                  throw new IllegalStateException("on purpose");
                },
                (failure, text) -> failure + " " + text)
            .toCompletableFuture()
            .orTimeout(60, TimeUnit.SECONDS)
            .join();

    assertThat(answer).isEqualTo("OTHER read on sda: java.lang.IllegalStateException: on purpose");
  }

  @Test
  void afterClosingRequestsAreRefused() {
    threads.close();

    assertThatThrownBy(() -> threads.execute(() -> {}))
        .isInstanceOf(RejectedExecutionException.class);
  }
}
