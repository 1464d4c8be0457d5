package org.polypath.testkit;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.polypath.api.device.Bytes;
import org.polypath.api.device.PathDevice;
import org.polypath.api.device.ScsiOutcome;

/** The array has been reset, or changed: it says so once, instead of doing what it is asked. */
final class UnitAttentionExercise implements Exercise {
  /** Power on, access state changed, capacity changed, LUNs changed (SPC-4 annex F). */
  private static final List<String> ATTENTIONS = List.of("062900", "062a06", "062a09", "063f0e");

  @Override
  public String name() {
    return "unit attentions";
  }

  @Override
  public String demand() {
    return "After a unit attention each plug-in answers what it answers without: it asks again.";
  }

  @Override
  public String carryOut(Setting setting) {
    int questions = 0;
    try (Questions asking = new Questions(setting)) {
      for (Questions.Asked plugin : asking.plugins()) {
        for (PathDevice device : asking.devices()) {
          for (String attention : ATTENTIONS) {
            ask(asking, plugin, device, attention);
            questions++;
          }
        }
      }
    }
    return ATTENTIONS.size() + " unit attentions, " + questions + " questions";
  }

  private static void ask(
      Questions asking, Questions.Asked plugin, PathDevice device, String attention) {
    String without = asking.ask(plugin, device, "all is well").text();
    AtomicInteger commands = new AtomicInteger();
    AfflictedDevice afflicted =
        new AfflictedDevice(
            device,
            command -> commands.getAndIncrement() == 0 ? says(attention) : device.send(command),
            length -> device.read(0, length, Questions.LIMIT));
    String when = "its first command ends with unit attention " + attention;
    String with = asking.ask(plugin, afflicted, when).text();
    if (!with.equals(without)) {
      throw new FailedException(
          plugin.kind() + " answers " + with + " when " + when + ", and else " + without);
    }
  }

  /** In descriptor format: key, code and qualifier follow the first byte. */
  private static CompletionStage<ScsiOutcome> says(String attention) {
    return CompletableFuture.completedStage(
        ScsiOutcome.Answered.checkCondition(Bytes.ofHex("72" + attention)));
  }
}
