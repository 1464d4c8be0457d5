package org.polypath.daemon.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.polypath.api.platform.PluginDirectory.Plugin;

/**
 * Of several versions of a plug-in the last serves, and when it leaves the one before serves again.
 */
class PluginTableTest {
  private final PluginTable<Object> table = new PluginTable<>("checker");
  private final Object first = new Object();
  private final Object second = new Object();

  private static ServingPlugin<Object> plugin(Object service, String version) {
    return new ServingPlugin<>(service, "tur", "com.acme", version);
  }

  @Test
  void theLastOneServes() {
    table.add(plugin(first, "1.0"));
    table.add(plugin(second, "2.0"));
    assertThat(table.serving("tur").orElseThrow().service()).isSameAs(second);
    assertThat(table.list())
        .containsExactly(
            new Plugin("checker", "tur", "com.acme", "2.0", true, 0),
            new Plugin("checker", "tur", "com.acme", "1.0", false, 0));
  }

  @Test
  void theOneBeforeServesAgain() {
    table.add(plugin(first, "1.0"));
    table.add(plugin(second, "2.0"));
    table.remove(second);
    assertThat(table.serving("tur").orElseThrow().service()).isSameAs(first);
  }

  @Test
  void theOldOneLeavesWithoutANewOneNoticing() {
    table.add(plugin(first, "1.0"));
    table.add(plugin(second, "2.0"));
    table.remove(first);
    assertThat(table.serving("tur").orElseThrow().service()).isSameAs(second);
  }

  @Test
  void anUnknownNameHasNone() {
    assertThat(table.serving("acme")).isEmpty();
  }

  @Test
  void aPluginWithoutANameIsNotTaken() {
    table.add(new ServingPlugin<>(first, "", "com.acme", "1.0"));
    assertThat(table.list()).isEmpty();
  }
}
