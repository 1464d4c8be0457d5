package org.polypath.daemon.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.polypath.api.device.Bytes;
import org.polypath.api.device.DeviceFailure;
import org.polypath.api.device.PathDevice;
import org.polypath.api.device.ReadOutcome;
import org.polypath.api.device.ScsiCommand;
import org.polypath.api.device.ScsiOutcome;
import org.polypath.api.path.DeviceNumber;
import org.polypath.api.path.DeviceState;
import org.polypath.api.path.PathFacts;
import org.polypath.api.path.Wwid;

/** How many commands the paths of a logical unit send together. */
class SharedAnswersTest {
  private static final ScsiCommand REPORT =
      new ScsiCommand(Bytes.of(0xa3, 10, 0, 0, 0, 0), 4096, Duration.ofSeconds(1));
  private static final ScsiOutcome GOOD = ScsiOutcome.Answered.good(Bytes.of(1, 2, 3));
  private static final ScsiOutcome LOST =
      new ScsiOutcome.NotSent(DeviceFailure.NO_DEVICE, "sda: gone");
  private static final Wwid DISK = new Wwid("3600a");

  private long nanos;
  private final List<CompletableFuture<ScsiOutcome>> sent = new CopyOnWriteArrayList<>();
  private final SharedAnswers answers = new SharedAnswers(() -> nanos);

  @Test
  void pathsThatAskTogetherGetOneAnswer() {
    CompletionStage<ScsiOutcome> first = ask(DISK);
    CompletionStage<ScsiOutcome> second = ask(DISK);
    sent.get(0).complete(GOOD);
    CompletionStage<ScsiOutcome> third = ask(DISK);
    assertThat(sent).hasSize(1);
    assertThat(List.of(first, second, third))
        .allSatisfy(stage -> assertThat(stage.toCompletableFuture()).isCompletedWithValue(GOOD));
  }

  @Test
  void theNextRoundAsksAnew() {
    ask(DISK);
    sent.get(0).complete(GOOD);
    nanos += TimeUnit.SECONDS.toNanos(1);
    CompletionStage<ScsiOutcome> next = ask(DISK);
    assertThat(sent).hasSize(2);
    assertThat(next.toCompletableFuture()).isNotDone();
  }

  @Test
  void anAnswerThatIsNotGoodIsNobodyElses() {
    CompletionStage<ScsiOutcome> first = ask(DISK);
    CompletionStage<ScsiOutcome> second = ask(DISK);
    sent.get(0).complete(LOST);
    assertThat(sent).hasSize(2);
    sent.get(1).complete(GOOD);
    assertThat(first.toCompletableFuture()).isCompletedWithValue(LOST);
    assertThat(second.toCompletableFuture()).isCompletedWithValue(GOOD);
    ask(DISK);
    assertThat(sent).hasSize(3);
  }

  @Test
  void whoWaitsTooLongForTheFirstAsksByItself() {
    ask(DISK);
    CompletionStage<ScsiOutcome> second = ask(DISK);
    await().until(() -> sent.size() == 2);
    sent.get(1).complete(GOOD);
    assertThat(second.toCompletableFuture()).isCompletedWithValue(GOOD);
  }

  @Test
  void disksDoNotShare() {
    ask(DISK);
    ask(new Wwid("3600b"));
    assertThat(sent).hasSize(2);
  }

  private CompletionStage<ScsiOutcome> ask(Wwid disk) {
    return answers.of(disk, new Device()).sendShared(REPORT);
  }

  private final class Device implements PathDevice {
    @Override
    public PathFacts facts() {
      return PathFacts.named("sda", new DeviceNumber(8, 0)).build();
    }

    @Override
    public CompletionStage<ScsiOutcome> send(ScsiCommand command) {
      CompletableFuture<ScsiOutcome> answer = new CompletableFuture<>();
      sent.add(answer);
      return answer;
    }

    @Override
    public CompletionStage<ReadOutcome> read(long offset, int length, Duration timeout) {
      throw new UnsupportedOperationException("no read is shared");
    }

    @Override
    public Optional<String> attribute(String name) {
      return Optional.empty();
    }

    @Override
    public DeviceState state() {
      return DeviceState.RUNNING;
    }
  }
}
