package org.polypath.config.resolve;

import java.util.List;
import java.util.Optional;
import org.polypath.api.path.PathFacts;
import org.polypath.api.path.TargetPortGroupSupport;
import org.polypath.api.settings.Origin;
import org.polypath.api.settings.Setting;
import org.polypath.config.property.EntryProperties;
import org.polypath.config.property.MapProperties;
import org.polypath.config.property.PathProperties;

/** What is found out from devices where detection is not switched off. */
final class Detection {
  private static final Origin TARGET_PORT_GROUPS =
      new Origin(Origin.Kind.DETECTED, "the device has target port groups (TPGS)");
  private static final Origin RDAC =
      new Origin(Origin.Kind.DETECTED, "the device has the VPD page 0xC9 of RDAC arrays");
  private static final Origin NAMESPACE_ACCESS =
      new Origin(Origin.Kind.DETECTED, "the kernel reports an ANA state");
  private static final Origin ACCESS_STATE =
      new Origin(Origin.Kind.DETECTED, "the kernel reports an ALUA access state");
  private static final Origin NO_TARGET_PORT_GROUPS =
      new Origin(Origin.Kind.FALLBACK, "alua failed: the device has no target port groups");
  private static final Origin PRIORITIES =
      new Origin(Origin.Kind.DETECTED, "autodetected from path priorities");
  private static final Origin ALL_TARGET_PORT_GROUPS =
      new Origin(Origin.Kind.DETECTED, "autodetected from TPGS of all paths");

  private Detection() {}

  static Setting<String> checker(PathFacts path, Chain chain) {
    if (chain.setting(PathProperties.DETECT_CHECKER).value()) {
      if (path.rdac()) {
        return new Setting<>("rdac", RDAC);
      }
      if (path.targetPortGroupSupport().isSupported()) {
        return new Setting<>("tur", TARGET_PORT_GROUPS);
      }
    }
    return chain.setting(PathProperties.PATH_CHECKER);
  }

  static Setting<String> prioritizer(PathFacts path, Chain chain) {
    if (chain.setting(PathProperties.DETECT_PRIO).value()) {
      Optional<Setting<String>> detected = detectedPrioritizer(path);
      if (detected.isPresent()) {
        return detected.get();
      }
    }
    Setting<String> configured = chain.setting(PathProperties.PRIO);
    return configured.value().equals("alua") && !path.targetPortGroupSupport().isSupported()
        ? new Setting<>("const", NO_TARGET_PORT_GROUPS)
        : configured;
  }

  private static Optional<Setting<String>> detectedPrioritizer(PathFacts path) {
    boolean known = path.accessState().isPresent();
    if (path.transport().protocol().startsWith("nvme:")) {
      return known ? Optional.of(new Setting<>("ana", NAMESPACE_ACCESS)) : Optional.empty();
    }
    if (!path.targetPortGroupSupport().isSupported()) {
      return Optional.empty();
    }
    // an RDAC array may have the kernel's rdac handler, whose states are none of the sort
    boolean alua = !path.rdac() || path.targetPortGroupSupport() == TargetPortGroupSupport.EXPLICIT;
    return Optional.of(
        known && alua
            ? new Setting<>("sysfs", ACCESS_STATE)
            : new Setting<>("alua", TARGET_PORT_GROUPS));
  }

  /**
   * The grouping policy.
   *
   * @param prioritizers those of the map's paths; empty if it has none
   */
  static Setting<String> groupingPolicy(Chain chain, List<String> prioritizers) {
    boolean byPriority =
        !prioritizers.isEmpty() && prioritizers.stream().allMatch(Detection::isAsymmetric);
    if (byPriority && chain.setting(PathProperties.DETECT_PGPOLICY).value()) {
      boolean byPortGroup = chain.setting(PathProperties.DETECT_PGPOLICY_USE_TPG).value();
      return new Setting<>(byPortGroup ? "group_by_tpg" : "group_by_prio", PRIORITIES);
    }
    Setting<String> configured = chain.setting(MapProperties.PATH_GROUPING_POLICY);
    return configured.value().equals("group_by_tpg") && !byPriority
        ? new Setting<>(
            "failover",
            new Origin(Origin.Kind.FALLBACK, "group_by_tpg wants the prioritizer alua or sysfs"))
        : configured;
  }

  private static boolean isAsymmetric(String prioritizer) {
    return prioritizer.equals("alua") || prioritizer.equals("sysfs");
  }

  /** The words of the hardware handler; none: no handler. */
  static Setting<List<String>> hardwareHandler(Chain chain, List<PathFacts> paths) {
    if (chain.setting(PathProperties.RETAIN_ATTACHED_HW_HANDLER).value()) {
      Optional<Setting<List<String>>> attached =
          paths.stream()
              .flatMap(path -> path.handler().stream())
              .filter(name -> !name.equals("detached") && !name.isEmpty())
              .findFirst()
              .map(
                  name -> new Setting<>(List.of(name), new Origin(Origin.Kind.KERNEL, "dh_state")));
      if (attached.isPresent()) {
        return attached.get();
      }
    }
    boolean all =
        !paths.isEmpty()
            && paths.stream().allMatch(path -> path.targetPortGroupSupport().isSupported());
    // a configured "0" means none, whatever the paths can do
    return chain
        .configured(EntryProperties.HARDWARE_HANDLER)
        .map(found -> new Setting<>(found.value().words(), found.origin()))
        .orElseGet(
            () ->
                all
                    ? new Setting<>(List.of("alua"), ALL_TARGET_PORT_GROUPS)
                    : Setting.builtIn(List.of()));
  }
}
