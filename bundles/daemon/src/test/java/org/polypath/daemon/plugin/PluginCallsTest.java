package org.polypath.daemon.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ServiceConfigurationError;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whatever a plug-in does, exactly one answer comes of a call, and others are served. */
class PluginCallsTest {
  private static final Duration LONG = Duration.ofMinutes(5);
  private static final Duration SHORT = Duration.ofMillis(50);

  private final ScheduledExecutorService deadlines = Executors.newSingleThreadScheduledExecutor();
  private final PluginCalls calls = new PluginCalls(deadlines);
  private final ServingPlugin<String> plugin =
      Plugins.plugin("", "acme", "com.acme.checker", "1.2.0");

  @AfterEach
  void close() {
    calls.close();
    deadlines.shutdownNow();
  }

  private String outcome(Duration deadline, Supplier<CompletionStage<String>> call) {
    CompletableFuture<String> outcome = new CompletableFuture<>();
    calls.call(
        plugin,
        deadline,
        call,
        outcome::complete,
        fault -> outcome.complete("fault: " + fault.text()));
    return outcome.join();
  }

  @Test
  void anAnswerIsPassedOn() {
    assertThat(outcome(LONG, () -> CompletableFuture.completedFuture("up"))).isEqualTo("up");
    assertThat(plugin.use().faults()).isZero();
  }

  @Test
  void whatItThrowsIsAFaultThatNamesIt() {
    String outcome =
        outcome(
            LONG,
            () -> {
              throw new IllegalStateException("oops");
            });
    assertThat(outcome)
        .isEqualTo("fault: acme (com.acme.checker 1.2.0) failed with IllegalStateException: oops");
    assertThat(plugin.use().faults()).isEqualTo(1);
  }

  @Test
  void withoutAThreadForItItIsAFaultAndNoMore() {
    PluginThreads none =
        new PluginThreads(
            deadlines,
            task -> {
              throw new OutOfMemoryError("unable to create native thread");
            });
    CompletableFuture<String> outcome = new CompletableFuture<>();
    new PluginCalls(deadlines, none)
        .call(
            plugin,
            LONG,
            () -> CompletableFuture.completedFuture("up"),
            outcome::complete,
            fault -> outcome.complete(fault.text()));
    assertThat(outcome.join()).contains("no thread can be started");
  }

  @Test
  void aMissingClassIsAFault() {
    String outcome =
        outcome(
            LONG,
            () -> {
              throw new NoClassDefFoundError("com/acme/Gone");
            });
    assertThat(outcome).contains("NoClassDefFoundError");
  }

  /** Thrown by plug-ins, so of their own making. */
  private static final class Unspeakable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    @Override
    public String getMessage() {
      throw new IllegalStateException("no words");
    }
  }

  @Test
  void anExceptionThatFailsToSayWhatItIsIsAFault() {
    assertThat(
            outcome(
                LONG,
                () -> {
                  throw new Unspeakable();
                }))
        .endsWith("failed with Unspeakable, which does not say why");
    assertThat(outcome(LONG, () -> CompletableFuture.failedFuture(new Unspeakable())))
        .endsWith("failed with Unspeakable, which does not say why");
  }

  @Test
  void anErrorOfAnyKindIsAFaultAtOnce() {
    assertThat(
            outcome(
                LONG,
                () -> {
                  throw new ServiceConfigurationError("no provider");
                }))
        .endsWith("failed with ServiceConfigurationError: no provider");
  }

  @Test
  void whatItThrowsFillsNoLogAndSteersNoTerminal() {
    String text = "one\r\ntwo \u001b[2J" + "x".repeat(1 << 20);
    assertThat(outcome(LONG, () -> CompletableFuture.failedFuture(new RuntimeException(text))))
        .contains("failed with RuntimeException: one  two  [2Jxx")
        .hasSizeLessThan(2 * CallBudget.CHARACTERS);
  }

  @Test
  void aStageThatFailsIsAFault() {
    assertThat(outcome(LONG, () -> CompletableFuture.failedFuture(new RuntimeException("late"))))
        .contains("failed with RuntimeException: late");
  }

  @Test
  void noAnswerInTimeIsAFault() {
    assertThat(outcome(SHORT, CompletableFuture::new)).endsWith("did not answer within 50 ms");
  }

  @Test
  void answeringNothingIsAFault() {
    assertThat(outcome(LONG, () -> CompletableFuture.completedFuture(null)))
        .contains("answered nothing");
    assertThat(outcome(LONG, () -> null)).contains("answered nothing");
  }

  @Test
  void anAnswerThatCannotBeUsedIsAnsweredAsAFailure() throws Exception {
    CompletableFuture<String> outcome = new CompletableFuture<>();
    calls.call(
        plugin,
        LONG,
        () -> CompletableFuture.completedFuture("up"),
        answer -> {
          throw new IllegalStateException("no use");
        },
        fault -> outcome.complete(fault.text()));

    assertThat(outcome.get(60, TimeUnit.SECONDS)).endsWith("could not be used: no use");
  }

  @Test
  void callsThatBlockTheirThreadsHoldNobodyElseUp() {
    CountDownLatch never = new CountDownLatch(1);
    ServingPlugin<String> healthy = Plugins.plugin("", "tur", "org.polypath.checker.tur", "1");
    for (int i = 0; i < 100; i++) {
      calls.call(plugin, LONG, () -> block(never), answer -> {}, fault -> {});
    }
    CompletableFuture<String> other = new CompletableFuture<>();
    calls.call(
        healthy,
        LONG,
        () -> CompletableFuture.completedFuture("up"),
        other::complete,
        fault -> other.complete(fault.text()));
    await().atMost(Duration.ofMinutes(2)).until(other::isDone);
    assertThat(other.join()).isEqualTo("up");
    never.countDown();
  }

  @Test
  void oneThatBlocksManyThreadsIsNotAskedUntilItReturns() {
    CountDownLatch held = new CountDownLatch(1);
    for (int i = 0; i < 8; i++) {
      calls.call(plugin, LONG, () -> block(held), answer -> {}, fault -> {});
    }
    await().atMost(Duration.ofMinutes(2)).until(() -> plugin.use().blocked() == 8);
    assertThat(outcome(LONG, () -> CompletableFuture.completedFuture("up")))
        .endsWith("was not asked: 8 calls of it block their threads");

    held.countDown();
    await().atMost(Duration.ofMinutes(2)).until(() -> plugin.use().blocked() == 0);
    assertThat(outcome(LONG, () -> CompletableFuture.completedFuture("up"))).isEqualTo("up");
  }

  @Test
  void aThreadThatItHoldsHasItsNameAndIsToldToReturnWhenItLeaves() {
    CompletableFuture<Thread> held = new CompletableFuture<>();
    CompletableFuture<String> interrupted = new CompletableFuture<>();
    calls.call(
        plugin,
        LONG,
        () -> {
          held.complete(Thread.currentThread());
          block(new CountDownLatch(1));
          interrupted.complete("yes");
          return new CompletableFuture<String>();
        },
        answer -> {},
        fault -> {});
    await().atMost(Duration.ofMinutes(2)).until(() -> plugin.use().blocked() == 1);
    assertThat(held.join().getName()).contains("checker acme (com.acme.checker 1.2.0)");

    plugin.left();

    assertThat(interrupted.join()).isEqualTo("yes");
    await().atMost(Duration.ofMinutes(2)).until(() -> plugin.use().blocked() == 0);
    assertThat(held.join().getName()).doesNotContain("acme");
  }

  @Test
  void aThreadThatComesToBeHeldAfterItLeftIsToldToReturnToo() {
    CompletableFuture<String> begun = new CompletableFuture<>();
    CompletableFuture<String> interrupted = new CompletableFuture<>();
    calls.call(
        plugin,
        LONG,
        () -> {
          begun.complete("yes");
          block(new CountDownLatch(1));
          interrupted.complete("yes");
          return new CompletableFuture<String>();
        },
        answer -> {},
        fault -> {});
    begun.join();
    plugin.left();
    await().atMost(Duration.ofMinutes(2)).until(interrupted::isDone);
  }

  @Test
  void oneThatFailsAgainAndAgainIsNotCalledForAWhileAndSaysWhy() {
    for (int i = 0; i < CircuitBreaker.FAULTS; i++) {
      assertThat(outcome(LONG, () -> CompletableFuture.failedFuture(new RuntimeException("bad"))))
          .contains("failed with RuntimeException: bad");
    }
    assertThat(outcome(LONG, () -> CompletableFuture.completedFuture("up")))
        .isEqualTo(
            "fault: acme (com.acme.checker 1.2.0) rests after repeated faults; the last: failed"
                + " with RuntimeException: bad");
    assertThat(plugin.use().calls()).isEqualTo(CircuitBreaker.FAULTS);
  }

  @Test
  void oneThatWaitsForAThreadTooLongIsAtNoFault() {
    // where the machine stalls, a thread more comes before the time is over
    await()
        .atMost(Duration.ofMinutes(2))
        .until(
            () ->
                withoutAThread().endsWith("was not asked within 0 ms: no thread was free for it"));
    assertThat(plugin.use().faults()).isZero();
  }

  private String withoutAThread() {
    CountDownLatch held = new CountDownLatch(1);
    CountDownLatch timers = holdTimersAndThreads(held);
    CompletableFuture<String> outcome =
        begin(Duration.ZERO, () -> CompletableFuture.completedFuture("up"));
    timers.countDown();
    String answer = outcome.join();
    held.countDown();
    return answer;
  }

  @Test
  void itsTimeCountsFromWhenItIsAsked() throws Exception {
    CountDownLatch held = new CountDownLatch(1);
    CountDownLatch timers = holdTimersAndThreads(held);
    CompletableFuture<Long> asked = new CompletableFuture<>();
    CompletableFuture<String> outcome =
        begin(
            SHORT,
            () -> {
              asked.complete(System.nanoTime());
              return new CompletableFuture<>();
            });
    Thread.sleep(SHORT.toMillis());
    held.countDown();
    asked.join();
    timers.countDown();

    assertThat(outcome.join()).endsWith("did not answer within 50 ms");
    assertThat(System.nanoTime() - asked.join()).isGreaterThanOrEqualTo(SHORT.toNanos());
    assertThat(plugin.use().faults()).isEqualTo(1);
  }

  private CompletableFuture<String> begin(
      Duration deadline, Supplier<CompletionStage<String>> call) {
    CompletableFuture<String> outcome = new CompletableFuture<>();
    calls.call(
        plugin,
        deadline,
        call,
        outcome::complete,
        fault -> outcome.complete("fault: " + fault.text()));
    return outcome;
  }

  /** No timer runs until the answer is counted down, and no other call until {@code held} is. */
  private CountDownLatch holdTimersAndThreads(CountDownLatch held) {
    CountDownLatch timers = new CountDownLatch(1);
    deadlines.execute(() -> block(timers));
    ServingPlugin<String> other = Plugins.plugin("", "tur", "org.polypath.checker.tur", "1");
    for (int i = 0; i < 2; i++) {
      calls.call(other, LONG, () -> block(held), answer -> {}, fault -> {});
    }
    return timers;
  }

  private static CompletionStage<String> block(CountDownLatch never) {
    try {
      never.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return CompletableFuture.completedFuture("late");
  }
}
