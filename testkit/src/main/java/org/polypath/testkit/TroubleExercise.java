package org.polypath.testkit;

import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.polypath.api.device.DeviceFailure;
import org.polypath.api.device.PathDevice;
import org.polypath.api.device.ReadOutcome;
import org.polypath.scsi.testing.Trouble;

/** Commands end in every way in which they can end badly. */
final class TroubleExercise implements Exercise {
  private static final CompletionStage<ReadOutcome> NO_DATA =
      CompletableFuture.completedStage(
          new ReadOutcome.Failed(DeviceFailure.INPUT_OUTPUT, "this read fails"));

  /** After these a path cannot be up: nothing came back over it. */
  private static final Set<Trouble> WITHOUT_ANSWER =
      EnumSet.of(
          Trouble.NO_DEVICE,
          Trouble.TIMED_OUT,
          Trouble.NO_CONNECT,
          Trouble.BAD_TARGET,
          Trouble.HOST_TIME_OUT,
          Trouble.TRANSPORT_FAILFAST);

  @Override
  public String name() {
    return "every trouble";
  }

  @Override
  public String demand() {
    return "Whatever becomes of its commands, every plug-in answers and throws nothing; a path over"
        + " which nothing comes back is not up.";
  }

  @Override
  public String carryOut(Setting setting) {
    int questions = 0;
    try (Questions asking = new Questions(setting)) {
      for (Questions.Asked plugin : asking.plugins()) {
        for (PathDevice device : asking.devices()) {
          for (Trouble trouble : Trouble.values()) {
            ask(asking, plugin, device, trouble);
            questions++;
          }
        }
      }
    }
    return Trouble.values().length + " troubles, " + questions + " questions";
  }

  private static void ask(
      Questions asking, Questions.Asked plugin, PathDevice device, Trouble trouble) {
    AfflictedDevice afflicted =
        new AfflictedDevice(
            device,
            command -> CompletableFuture.completedStage(trouble.outcome()),
            length -> NO_DATA);
    String when = "its commands end with " + trouble;
    Questions.Answer answer = asking.ask(plugin, afflicted, when);
    if (answer.up() && afflicted.wasAsked() && WITHOUT_ANSWER.contains(trouble)) {
      throw new FailedException(
          plugin.kind() + " says " + answer.text() + " of a path when " + when);
    }
  }
}
