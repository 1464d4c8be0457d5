package org.polypath.testkit;

import java.util.concurrent.CompletableFuture;
import org.polypath.api.device.PathDevice;
import org.polypath.api.topology.PathSnapshot;

/** A path takes commands and does not answer. */
final class SilenceExercise implements Exercise {
  @Override
  public String name() {
    return "timeouts";
  }

  @Override
  public String demand() {
    return "No plug-in holds a thread while it waits for an answer; a mute path is not up, the"
        + " others stay what they are, and it serves again when it answers again.";
  }

  @Override
  public String carryOut(Setting setting) {
    try (Questions asking = new Questions(setting)) {
      for (Questions.Asked plugin : asking.plugins()) {
        for (PathDevice device : asking.devices()) {
          asking.called(plugin, mute(device), "its commands are not answered");
        }
      }
    }
    PathSnapshot first = setting.topology().paths().get(0);
    String name = first.facts().name();
    setting.san("hang path " + name);
    setting.paths().lost(path -> path.facts().name().equals(name));
    setting.awaitExpected(name + " is mute");
    setting.san("mend all");
    setting.paths().lost(path -> false);
    setting.awaitExpected(name + " answers again");
    return "all calls return at once; " + name + " went and came back";
  }

  private static PathDevice mute(PathDevice device) {
    return new AfflictedDevice(
        device, command -> new CompletableFuture<>(), length -> new CompletableFuture<>());
  }
}
