package org.polypath.lab.plugin;

import java.util.List;
import java.util.Map;
import org.polypath.api.policy.PathGroupingPolicy;
import org.polypath.api.prioritizer.Prioritizer;

/**
 * A bundle with the prioritizer {@link FixedPriority} and the grouping policy {@link OneGroup}.
 *
 * @param version its version
 * @param priority what the prioritizer answers
 */
public record FixedPriorityBundle(String version, int priority) {
  /** The prioritizer's name: the word after {@code prio}. */
  public static final String NAME = "fixed";

  /** The policy's name: the word after {@code path_grouping_policy}. */
  public static final String POLICY = "one_group";

  /** The jar. */
  public byte[] bytes() {
    return new PluginBundle(
            "org.example.prioritizer." + NAME,
            version,
            List.of(
                plugin(),
                new PluginBundle.Plugin(POLICY, PathGroupingPolicy.class, List.of(OneGroup.class))),
            Map.of(FixedPriority.ENTRY, Integer.toString(priority)))
        .bytes();
  }

  static PluginBundle.Plugin plugin() {
    return new PluginBundle.Plugin(
        NAME, Prioritizer.class, List.of(FixedPriority.class, BundleText.class));
  }
}
