package org.polypath.lab.plugin;

import java.util.List;
import java.util.Map;
import org.polypath.api.checker.PathChecker;

/**
 * A bundle with the checker {@link TimedChecker} and the prioritizer {@link FixedPriority}.
 *
 * @param version its version
 * @param phase what the checker counts for
 */
public record TimedBundle(String version, String phase) {
  /** The checker's name: the word after {@code path_checker}. */
  public static final String CHECKER = "timed";

  /** The prioritizer's name: the word after {@code prio}. */
  public static final String PRIORITIZER = FixedPriorityBundle.NAME;

  /** The jar. */
  public byte[] bytes() {
    return new PluginBundle(
            "org.example.timed",
            version,
            List.of(
                new PluginBundle.Plugin(
                    CHECKER,
                    PathChecker.class,
                    List.of(TimedChecker.class, CheckTimes.class, BundleText.class)),
                FixedPriorityBundle.plugin()),
            Map.of(TimedChecker.ENTRY, phase, FixedPriority.ENTRY, "10"))
        .bytes();
  }
}
