package org.polypath.daemon.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.polypath.api.platform.PluginTrials.State;

/** A new version of a plug-in that computes is asked at once what the one before was asked. */
class ConsultationTest {
  private static final Duration LIMIT = Duration.ofMinutes(2);

  /** A plug-in as a function of what it is given. */
  interface Computer extends UnaryOperator<String> {}

  private final ScheduledExecutorService deadlines = Executors.newSingleThreadScheduledExecutor();
  private final PluginCalls calls = new PluginCalls(deadlines);
  private final Consultation consultation = new Consultation(calls, Duration.ofSeconds(1));
  private final Trials trials = new Trials();
  private final PluginTable<Computer> table = new PluginTable<>("policy", trials);

  @AfterEach
  void close() {
    calls.close();
    deadlines.shutdownNow();
  }

  private void come(Computer plugin, String version) {
    table.add(Plugins.plugin(plugin, "acme", "com.acme", version));
  }

  private String ask(String map) {
    CompletableFuture<String> answer = new CompletableFuture<>();
    consultation.ask(
        table.serving("acme").orElseThrow(),
        new Computation<Computer, String>(
            map, plugin -> plugin.apply("paths of " + map), text -> "<" + text + ">"),
        answer::complete,
        fault -> answer.complete("fault: " + fault));
    return answer.orTimeout(LIMIT.toSeconds(), TimeUnit.SECONDS).join();
  }

  private void awaitVerdict(State state) {
    Awaitility.await()
        .atMost(LIMIT)
        .until(() -> trials.verdict(Plugins.number("2.0")).state() == state);
  }

  private String because() {
    return trials.verdict(Plugins.number("2.0")).because();
  }

  private String serving() {
    return table.serving("acme").orElseThrow().label();
  }

  @Test
  void whoComputesTheSameOfAllMapsTakesOverWithoutBeingWaitedFor() {
    come(text -> "all " + text, "1.0");
    ask("mpatha");
    assertThat(ask("mpathb")).isEqualTo("all paths of mpathb");

    come(text -> "all " + text, "2.0");

    awaitVerdict(State.ACCEPTED);
    assertThat(because()).isEqualTo("acme agrees with com.acme 1.0 about 2 maps in 2 rounds");
    assertThat(serving()).isEqualTo("com.acme 2.0");
  }

  @Test
  void whoComputesOtherwiseIsRolledBackAndDecidesNothing() {
    come(text -> "all " + text, "1.0");
    ask("mpatha");
    ask("mpathb");

    come(text -> "each of the " + text, "2.0");

    awaitVerdict(State.REJECTED);
    assertThat(because())
        .isEqualTo(
            "acme says <each of the paths of mpatha> of mpatha where com.acme 1.0 says"
                + " <all paths of mpatha>; 2 maps in all");
    assertThat(ask("mpatha")).isEqualTo("all paths of mpatha");
  }

  @Test
  void whoThrowsIsRolledBack() {
    come(text -> "all " + text, "1.0");
    ask("mpatha");
    come(
        text -> {
          throw new IllegalStateException("oops");
        },
        "2.0");
    awaitVerdict(State.REJECTED);
    assertThat(because()).contains("failed with IllegalStateException: oops");
    assertThat(serving()).isEqualTo("com.acme 1.0");
  }

  @Test
  void whoHangsIsRolledBackAndHoldsNoAnswerUp() {
    CountDownLatch never = new CountDownLatch(1);
    come(text -> "all " + text, "1.0");
    ask("mpatha");
    come(
        text -> {
          try {
            never.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return text;
        },
        "2.0");
    assertThat(ask("mpathb")).isEqualTo("all paths of mpathb");
    awaitVerdict(State.REJECTED);
    assertThat(because()).contains("did not answer within 1000 ms");
    never.countDown();
  }

  @Test
  void whoAnswersWhereTheServingOneFailsTakesOver() {
    come(
        text -> {
          throw new IllegalStateException("oops");
        },
        "1.0");
    assertThat(ask("mpatha")).contains("oops");
    come(text -> "all " + text, "2.0");
    awaitVerdict(State.ACCEPTED);
    assertThat(ask("mpatha")).isEqualTo("all paths of mpatha");
  }

  @Test
  void whatIsComparedAtOnceDoesNotEndTheTrialBeforeTheBundlesOtherPluginsCame() {
    PluginTable<Computer> checkers = new PluginTable<>("checker", trials);
    checkers.add(Plugins.plugin(text -> text, "acme", "com.acme", "1.0"));
    checkers.serving("acme").orElseThrow().askedAbout("sda");
    come(text -> "all " + text, "1.0");
    ask("mpatha");

    ServingPlugin<Computer> policy =
        Plugins.plugin(text -> "all " + text, "acme", "com.acme", "2.0");
    table.add(policy);
    Awaitility.await()
        .atMost(LIMIT)
        .until(() -> trials.of(policy).orElseThrow().because().contains("about 1 of 1 maps"));
    checkers.add(Plugins.plugin(text -> text, "acme", "com.acme", "2.0"));

    assertThat(trials.verdict(Plugins.number("2.0")).state()).isEqualTo(State.RUNNING);
    assertThat(serving()).isEqualTo("com.acme 1.0");
  }

  @Test
  void oneThatNobodyUsesIsReplacedAtOnce() {
    come(text -> "all " + text, "1.0");
    come(text -> "each of the " + text, "2.0");
    assertThat(serving()).isEqualTo("com.acme 2.0");
  }

  @Test
  void whatIsMeantToComputeOtherwiseIsAccepted() {
    CountDownLatch asked = new CountDownLatch(1);
    come(
        text -> {
          try {
            asked.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return text;
        },
        "1.0");
    CompletableFuture<String> first = CompletableFuture.supplyAsync(() -> ask("mpatha"));
    Awaitility.await()
        .atMost(LIMIT)
        .until(() -> !table.serving("acme").orElseThrow().subjects().isEmpty());
    come(text -> "each of the " + text, "2.0");

    assertThat(trials.accept(Plugins.number("2.0")).state()).isEqualTo(State.ACCEPTED);
    assertThat(ask("mpatha")).isEqualTo("each of the paths of mpatha");
    asked.countDown();
    assertThat(first.join()).isNotEmpty();
  }
}
