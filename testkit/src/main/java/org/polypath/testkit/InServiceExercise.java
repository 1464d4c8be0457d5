package org.polypath.testkit;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.polypath.api.hardware.HardwareSupport;
import org.polypath.api.platform.PluginDirectory.Plugin;

/** The bundle is deployed, and its array is served by it. */
final class InServiceExercise implements Exercise {
  /** The kinds of plug-ins whose calls are counted. */
  private static final Set<String> ASKED = Set.of("checker", "prioritizer", "policy", "selector");

  @Override
  public String name() {
    return "in service";
  }

  @Override
  public String demand() {
    return "All settings of the bundle mean something and are about the array; every LUN gets one map"
        + " with all its paths, each as the array is described, and every plug-in of the bundle is"
        + " asked.";
  }

  @Override
  public boolean isNeededByOthers() {
    return true;
  }

  @Override
  public String carryOut(Setting setting) {
    setting.deploy();
    List<String> complaints =
        Inspection.complaints(
            setting.candidate(), setting.paths().array(), setting.platform()::names);
    if (!complaints.isEmpty()) {
      throw new FailedException(String.join("; ", complaints));
    }
    if (setting.plugins().isEmpty()) {
      throw new FailedException(
          "the bundle brings neither settings nor plug-ins: its manifest has no header "
              + HardwareSupport.HEADER
              + ", and no class of it is a @Component");
    }
    setting.awaitExpected("maps of the array");
    Await.until(
        "every plug-in is asked",
        () ->
            setting.plugins().stream()
                .filter(plugin -> ASKED.contains(plugin.kind()))
                .filter(plugin -> plugin.use().calls() == 0)
                .map(plugin -> text(plugin) + " was not; does a setting name it?")
                .findFirst());
    return setting.plugins().stream()
        .map(InServiceExercise::text)
        .collect(
            Collectors.joining(
                ", ", setting.units() + " LUNs, " + setting.paths().count() + " paths; ", ""));
  }

  private static String text(Plugin plugin) {
    return plugin.kind() + " " + plugin.name();
  }
}
