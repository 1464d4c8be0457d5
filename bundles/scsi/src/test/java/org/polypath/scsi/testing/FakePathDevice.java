package org.polypath.scsi.testing;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.polypath.api.device.Bytes;
import org.polypath.api.device.DeviceFailure;
import org.polypath.api.device.PathDevice;
import org.polypath.api.device.ReadOutcome;
import org.polypath.api.device.ScsiCommand;
import org.polypath.api.device.ScsiOutcome;
import org.polypath.api.path.DeviceNumber;
import org.polypath.api.path.DeviceState;
import org.polypath.api.path.PathFacts;

/** A path that answers what a test tells it to, and remembers what it was asked. */
public final class FakePathDevice implements PathDevice {
  private static final ScsiOutcome INVALID_OPERATION_CODE =
      ScsiOutcome.Answered.checkCondition(Bytes.ofHex("72052000"));

  private static final ReadOutcome NO_DATA =
      new ReadOutcome.Failed(DeviceFailure.INPUT_OUTPUT, "no data in this test");

  private final PathFacts facts;
  private final Map<Bytes, Deque<ScsiOutcome>> answers = new HashMap<>();
  private final Map<String, String> attributes = new HashMap<>();
  private final List<ScsiCommand> commands = new ArrayList<>();
  private final List<ScsiCommand> sharedCommands = new ArrayList<>();
  private final List<Read> reads = new ArrayList<>();
  private Deque<ReadOutcome> readOutcomes = new ArrayDeque<>();
  private DeviceState state = DeviceState.RUNNING;

  /** A direct read that was asked for. */
  public record Read(long offset, int length, Duration timeout) {}

  /** A path with these facts. */
  public FakePathDevice(PathFacts facts) {
    this.facts = facts;
  }

  /** A path that nothing is known about. */
  public FakePathDevice() {
    this(PathFacts.named("sda", new DeviceNumber(8, 0)).build());
  }

  /** Answers a command with these outcomes in turn; the last one stays. */
  public FakePathDevice answers(Bytes block, ScsiOutcome... outcomes) {
    answers.put(block, new ArrayDeque<>(List.of(outcomes)));
    return this;
  }

  /** Answers reads with these outcomes in turn; the last one stays. */
  public FakePathDevice reads(ReadOutcome... outcomes) {
    readOutcomes = new ArrayDeque<>(List.of(outcomes));
    return this;
  }

  /** Has a sysfs attribute. */
  public FakePathDevice attribute(String name, String text) {
    attributes.put(name, text);
    return this;
  }

  /** Is in this state. */
  public FakePathDevice state(DeviceState value) {
    state = value;
    return this;
  }

  /** The commands sent so far. */
  public List<ScsiCommand> commands() {
    return List.copyOf(commands);
  }

  /** Those of them whose answers may be shared with other paths. */
  public List<ScsiCommand> sharedCommands() {
    return List.copyOf(sharedCommands);
  }

  /** The reads asked for so far. */
  public List<Read> reads() {
    return List.copyOf(reads);
  }

  @Override
  public PathFacts facts() {
    return facts;
  }

  @Override
  public CompletionStage<ScsiOutcome> send(ScsiCommand command) {
    commands.add(command);
    Deque<ScsiOutcome> left = answers.getOrDefault(command.block(), new ArrayDeque<>());
    return CompletableFuture.completedFuture(next(left).orElse(INVALID_OPERATION_CODE));
  }

  @Override
  public CompletionStage<ScsiOutcome> sendShared(ScsiCommand command) {
    sharedCommands.add(command);
    return send(command);
  }

  @Override
  public CompletionStage<ReadOutcome> read(long offset, int length, Duration timeout) {
    reads.add(new Read(offset, length, timeout));
    return CompletableFuture.completedFuture(next(readOutcomes).orElse(NO_DATA));
  }

  private static <T> Optional<T> next(Deque<T> left) {
    return Optional.ofNullable(left.size() > 1 ? left.removeFirst() : left.peekFirst());
  }

  @Override
  public Optional<String> attribute(String name) {
    return Optional.ofNullable(attributes.get(name));
  }

  @Override
  public DeviceState state() {
    return state;
  }
}
