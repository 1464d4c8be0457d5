package org.polypath.lab.scenario;

/** The configuration that events happen under. */
final class EventSettings {
  private EventSettings() {}

  /**
   * One with groups by priority, overriding what is built in for the kernel's target.
   *
   * @param ours whether Polypath will read it: the reference does not know {@code auto_resize}
   * @param noPathRetry the value of {@code no_path_retry}
   * @param more lines for {@code overrides}; they win
   */
  static String with(boolean ours, String noPathRetry, String... more) {
    return """
        defaults {
          find_multipaths no
          user_friendly_names yes
          polling_interval 1
          max_polling_interval 2
          %s
        }
        overrides {
          path_checker tur
          detect_checker no
          detect_pgpolicy no
          path_grouping_policy group_by_prio
          prio alua
          failback immediate
          no_path_retry %s
          %s
        }
        """
        .formatted(ours ? "auto_resize grow_only" : "", noPathRetry, String.join("\n  ", more));
  }
}
