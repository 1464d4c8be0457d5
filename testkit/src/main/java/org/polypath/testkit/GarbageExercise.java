package org.polypath.testkit;

import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.polypath.api.device.Bytes;
import org.polypath.api.device.PathDevice;
import org.polypath.api.device.ReadOutcome;
import org.polypath.api.device.ScsiCommand;
import org.polypath.api.device.ScsiOutcome;

/** The array answers nonsense: any bytes, of any length, and any sense data. */
final class GarbageExercise implements Exercise {
  private static final int ROUNDS = 500;

  @Override
  public String name() {
    return "garbage";
  }

  @Override
  public String demand() {
    return "Whatever bytes come back, every plug-in answers and throws nothing.";
  }

  @Override
  public String carryOut(Setting setting) {
    int questions = 0;
    try (Questions asking = new Questions(setting)) {
      for (Questions.Asked plugin : asking.plugins()) {
        PathDevice device = asking.devices().get(0);
        for (int round = 0; round < ROUNDS; round++) {
          // the same in each examination, so that what is found is found again
          Random random = new Random(round);
          asking.ask(plugin, talking(device, random), "answers are garbage, round " + round);
          questions++;
        }
      }
    }
    return questions + " questions";
  }

  private static PathDevice talking(PathDevice device, Random random) {
    return new AfflictedDevice(
        device,
        command -> CompletableFuture.completedStage(answer(command, random)),
        length ->
            CompletableFuture.completedStage(
                new ReadOutcome.Completed(bytes(random, random.nextInt(length + 1)))));
  }

  private static ScsiOutcome answer(ScsiCommand command, Random random) {
    Bytes sense = bytes(random, random.nextInt(33));
    return switch (random.nextInt(4)) {
      case 0 -> ScsiOutcome.Answered.checkCondition(sense);
      case 1 ->
          new ScsiOutcome.Answered(
              random.nextInt(256), random.nextInt(256), random.nextInt(256), sense, Bytes.EMPTY);
      default ->
          ScsiOutcome.Answered.good(
              bytes(random, random.nextInt(Math.max(1, command.responseLength()) + 1)));
    };
  }

  private static Bytes bytes(Random random, int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return Bytes.of(bytes);
  }
}
