package org.polypath.daemon.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.polypath.api.device.Bytes;
import org.polypath.api.device.PathDevice;
import org.polypath.api.device.ScsiCommand;
import org.polypath.api.device.ScsiOutcome;
import org.polypath.api.platform.PluginTrials.State;

/** Who serves answers; who is on trial is compared, and can do no harm. */
class InquiryTest {
  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final Duration DEADLINE = Duration.ofSeconds(1);

  /** A plug-in as a function of the path. */
  interface Answerer extends Function<PathDevice, CompletionStage<String>> {}

  private final ScheduledExecutorService deadlines = Executors.newSingleThreadScheduledExecutor();
  private final PluginCalls calls = new PluginCalls(deadlines);
  private final Inquiry inquiry = new Inquiry(calls);
  private final Trials trials = new Trials();
  private final PluginTable<Answerer> table = new PluginTable<>("checker", trials);
  private final FakeDevice sda = new FakeDevice("sda");
  private final FakeDevice sdb = new FakeDevice("sdb");
  private boolean answersMayVary;

  @AfterEach
  void close() {
    calls.close();
    deadlines.shutdownNow();
  }

  private static Answerer always(String text) {
    return device -> CompletableFuture.completedStage(text);
  }

  private static Answerer fromTheDevice(int operationCode) {
    return device ->
        device
            .send(new ScsiCommand(Bytes.of(operationCode, 0, 0, 0, 0, 0), 4, Duration.ofSeconds(1)))
            .thenApply(
                outcome ->
                    outcome.fold(answered -> answered.data().hex(), notSent -> notSent.text()));
  }

  private void come(Answerer plugin, String version) {
    table.add(Plugins.plugin(plugin, "acme", "com.acme", version));
  }

  private String ask(PathDevice device) {
    CompletableFuture<String> answer = new CompletableFuture<>();
    inquiry.ask(
        table.serving("acme").orElseThrow(),
        device,
        DEADLINE,
        new TextQuestion(answersMayVary),
        answer::complete,
        fault -> answer.complete("fault: " + fault));
    return answer.orTimeout(LIMIT.toSeconds(), TimeUnit.SECONDS).join();
  }

  private void askBoth() {
    ask(sda);
    ask(sdb);
  }

  private State state() {
    return trials.verdict(Plugins.number("2.0")).state();
  }

  private String because() {
    return trials.verdict(Plugins.number("2.0")).because();
  }

  private void awaitRejected() {
    await().atMost(LIMIT).until(() -> state() == State.REJECTED);
    assertThat(table.serving("acme").orElseThrow().label()).isEqualTo("com.acme 1.0");
  }

  @Test
  void whoAgreesForTwoRoundsTakesOverAndNotBefore() {
    come(always("up"), "1.0");
    askBoth();
    come(always("up"), "2.0");
    askBoth();
    assertThat(state()).isEqualTo(State.RUNNING);
    ask(sda);
    assertThat(state()).as("sdb was seen once").isEqualTo(State.RUNNING);
    ask(sdb);
    await().atMost(LIMIT).until(() -> state() == State.ACCEPTED);
    assertThat(table.serving("acme").orElseThrow().label()).isEqualTo("com.acme 2.0");
    assertThat(because()).isEqualTo("acme agrees with com.acme 1.0 about 2 paths in 2 rounds");
  }

  @Test
  void whoComesBeforeTheLastOneThatTookOverWasAskedIsOnTrialToo() {
    come(always("up"), "1.0");
    ask(sda);
    come(always("up"), "1.5");
    ask(sda);
    ask(sda);
    await()
        .atMost(LIMIT)
        .until(() -> trials.verdict(Plugins.number("1.5")).state() == State.ACCEPTED);
    assertThat(table.serving("acme").orElseThrow().label()).isEqualTo("com.acme 1.5");

    come(always("down"), "2.0");
    assertThat(state()).isEqualTo(State.RUNNING);
    assertThat(ask(sda)).isEqualTo("up");
  }

  @Test
  void whoComesAfterAVersionLeftIsOnTrialBesideTheOneThatServesAgain() {
    Answerer left = always("up");
    come(always("up"), "1.0");
    come(left, "1.5");
    ask(sda);
    table.remove(left);

    come(always("down"), "2.0");
    assertThat(state()).isEqualTo(State.RUNNING);
    assertThat(ask(sda)).isEqualTo("up");
  }

  @Test
  void aDeviceThatFailsUnderTheNewOneDoesNotKeepTheServingOnesAnswer() {
    come(always("up"), "1.0");
    askBoth();
    come(fromTheDevice(0x12), "2.0");
    sda.answer = command -> CompletableFuture.failedFuture(new IllegalStateException("broken"));

    assertThat(ask(sda)).isEqualTo("up");
    sda.answer =
        command -> {
          throw new IllegalStateException("broken at once");
        };
    assertThat(ask(sda)).isEqualTo("up");
  }

  @Test
  void whoDisagreesForTwoRoundsIsRolledBackAndNeverAnswered() {
    come(always("up"), "1.0");
    askBoth();
    come(always("down"), "2.0");
    for (int round = 0; round < 2; round++) {
      assertThat(ask(sda)).isEqualTo("up");
      assertThat(ask(sdb)).isEqualTo("up");
    }
    awaitRejected();
    assertThat(because())
        .isEqualTo("acme says down of sda where com.acme 1.0 says up; 2 paths in all");
  }

  @Test
  void whoThrowsIsRolledBackAtOnce() {
    come(always("up"), "1.0");
    askBoth();
    come(
        device -> {
          throw new IllegalStateException("oops");
        },
        "2.0");
    assertThat(ask(sda)).isEqualTo("up");
    awaitRejected();
    assertThat(because()).contains("failed with IllegalStateException: oops");
  }

  @Test
  void whatComesOfABundleThatIsRolledBackIsNotTriedByItself() {
    PluginTable<Answerer> others = new PluginTable<>("prioritizer", trials);
    come(always("up"), "1.0");
    others.add(Plugins.plugin(always("10"), "acme", "com.acme", "1.0"));
    others.serving("acme").orElseThrow().askedAbout("sda");
    askBoth();
    come(
        device -> {
          throw new IllegalStateException("not on this array");
        },
        "2.0");
    askBoth();
    awaitRejected();

    others.add(Plugins.plugin(always("10"), "acme", "com.acme", "2.0"));

    assertThat(state()).isEqualTo(State.REJECTED);
    assertThat(because()).contains("not on this array");
    assertThat(others.serving("acme").orElseThrow().challenge()).isEmpty();
  }

  @Test
  void whoHangsIsRolledBackAndHoldsNoAnswerUp() {
    come(always("up"), "1.0");
    askBoth();
    come(device -> new CompletableFuture<>(), "2.0");
    assertThat(ask(sda)).isEqualTo("up");
    awaitRejected();
    assertThat(because()).contains("did not answer within");
  }

  @Test
  void anotherPriorityIsRolledBackUnlessItIsAccepted() {
    answersMayVary = true;
    come(always("50"), "1.0");
    askBoth();
    come(always("10"), "2.0");
    assertThat(trials.accept(Plugins.number("2.0")).state()).isEqualTo(State.ACCEPTED);
    assertThat(ask(sda)).isEqualTo("10");
  }

  @Test
  void whoseAnswersVaryByThemselvesIsNotCompared() {
    answersMayVary = true;
    come(device -> CompletableFuture.completedStage(String.valueOf(System.nanoTime())), "1.0");
    askBoth();
    come(always("7"), "2.0");
    askBoth();
    askBoth();
    await().atMost(LIMIT).until(() -> state() == State.ACCEPTED);
  }

  @Test
  void whoAnswersWhereTheServingOneFailsTakesOver() {
    come(device -> CompletableFuture.failedStage(new IllegalStateException("oops")), "1.0");
    askBoth();
    come(always("up"), "2.0");
    for (int round = 0; round < 2; round++) {
      assertThat(ask(sda)).contains("oops");
      ask(sdb);
    }
    await().atMost(LIMIT).until(() -> state() == State.ACCEPTED);
  }

  @Test
  void bothJudgeByTheSameAnswerOfTheDevice() {
    come(fromTheDevice(0x12), "1.0");
    ask(sda);
    come(fromTheDevice(0x12), "2.0");
    ask(sda);
    ask(sda);
    await().atMost(LIMIT).until(() -> state() == State.ACCEPTED);
    assertThat(sda.sent).as("the trial sends nothing of its own").hasSize(3);
  }

  @Test
  void theAnswerWaitsWhileTheTrialHasACommandUnderWay() {
    come(always("up"), "1.0");
    ask(sda);
    CompletableFuture<ScsiOutcome> slow = new CompletableFuture<>();
    sda.answer = command -> slow;
    come(fromTheDevice(0x4d), "2.0");
    CompletableFuture<String> answer = new CompletableFuture<>();
    inquiry.ask(
        table.serving("acme").orElseThrow(),
        sda,
        LIMIT,
        new TextQuestion(false),
        answer::complete,
        answer::complete);
    await().atMost(LIMIT).until(() -> !sda.sent.isEmpty());
    assertThat(answer).as("the path is busy").isNotDone();
    slow.complete(ScsiOutcome.Answered.good(Bytes.EMPTY));
    assertThat(answer.join()).isEqualTo("up");
  }

  @Test
  void whoSendsWithoutEndIsAtFault() {
    come(
        device -> {
          CompletionStage<String> chain = CompletableFuture.completedStage("");
          for (int i = 0; i <= CallBudget.COMMANDS; i++) {
            chain = chain.thenCompose(text -> fromTheDevice(0).apply(device));
          }
          return chain;
        },
        "1.0");
    assertThat(ask(sda)).contains("sent more than " + CallBudget.COMMANDS + " commands");
    assertThat(sda.sent).hasSize(CallBudget.COMMANDS);
  }

  @Test
  void whoAnswersABookIsAtFault() {
    come(always("x".repeat(CallBudget.CHARACTERS + 1)), "1.0");
    assertThat(ask(sda)).contains("characters, more than");
  }

  /** Throws where its command does not get through, as plug-ins do. */
  private static Answerer sending(Bytes payload) {
    return device ->
        device
            .send(
                ScsiCommand.sending(
                    Bytes.of(0x55, 0, 0, 0, 0, 0, 0, 0, 0, 0), payload, Duration.ofSeconds(1)))
            .thenApply(
                outcome ->
                    outcome.fold(
                        answered -> "up",
                        notSent -> {
                          throw new IllegalStateException(notSent.text());
                        }));
  }

  @Test
  void whoSendsDataIsNotComparedAndTheTrialSaysSo() {
    come(always("up"), "1.0");
    ask(sda);
    come(sending(Bytes.of(1, 2, 3)), "2.0");
    ask(sda);
    ask(sda);
    await().atMost(LIMIT).until(() -> because().contains("not compared"));
    assertThat(state()).as("it was not its fault").isEqualTo(State.RUNNING);
    assertThat(because())
        .isEqualTo(
            "acme compared 2 times about 0 of 1 paths; not compared about 1,"
                + " because it sends them data, which is not done on trial: plugin accept");
  }

  @Test
  void whatABundleDoesNotDeclareIsNotSent() {
    table.add(
        Plugins.plugin(
            fromTheDevice(0x12), "acme", "com.acme", "1.0", Optional.of("scsi:00, scsi:a3/0a")));
    assertThat(ask(sda)).contains("does not declare: scsi:12");
    assertThat(sda.sent).isEmpty();
  }

  @Test
  void whatABundleDeclaresIsSent() {
    table.add(
        Plugins.plugin(fromTheDevice(0x12), "acme", "com.acme", "1.0", Optional.of("scsi:12")));
    assertThat(ask(sda)).isEqualTo("01");
  }

  /** The plug-ins' answers are compared as they are. */
  private record TextQuestion(boolean mayVary) implements Question<Answerer, String> {
    @Override
    public CompletionStage<String> put(Answerer plugin, PathDevice device) {
      return plugin.apply(device);
    }

    @Override
    public String gist(String answer) {
      return answer;
    }

    @Override
    public int characters(String answer) {
      return answer.length();
    }
  }
}
