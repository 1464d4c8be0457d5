package org.polypath.control.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.polypath.api.platform.PluginDirectory.Plugin;
import org.polypath.api.topology.Topology;
import org.polypath.control.LabTopology;

/** A name that paths or maps have and no plug-in brings is told of, with what to do. */
class MissingPluginsTest {
  private static final Topology MAPS = LabTopology.fourHosts().build();

  private static Plugin plugin(String kind, String name, boolean serving) {
    return new Plugin(kind, name, "com.acme", "1.0.0", serving, 0);
  }

  private static List<Trouble> troubles(Plugin... plugins) {
    return new MissingPlugins(List.of(plugins)).in(MAPS);
  }

  @Test
  void aPolicyThatLeftIsMissed() {
    assertThat(troubles(plugin("policy", "multibus", true), plugin("policy", "failover", false)))
        .extracting(Trouble::subject, Trouble::text)
        .containsExactly(tuple("failover", "there is no policy of this name now: 4 maps name it"));
    assertThat(troubles(plugin("policy", "failover", true))).isEmpty();
  }

  @Test
  void soAreSelectorsCheckersAndPrioritizers() {
    assertThat(
            troubles(
                plugin("selector", "acme", true),
                plugin("checker", "acme", true),
                plugin("prioritizer", "acme", true)))
        .extracting(Trouble::text)
        .containsExactly(
            "there is no checker of this name now: 16 paths name it",
            "there is no prioritizer of this name now: 16 paths name it",
            "there is no selector of this name now: 4 maps name it");
  }

  @Test
  void ofAKindThatNobodyListsNothingIsSaid() {
    assertThat(troubles()).isEmpty();
  }
}
