package org.polypath.daemon.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PluginNamesTest {
  @Test
  void theOwnNameComesFirst() {
    assertThat(
            PluginNames.of(
                Map.<String, Object>of(
                        "polypath.plugin.name",
                        "ontap",
                        "polypath.plugin.alias",
                        new String[] {"netapp", "filer"})
                    ::get))
        .containsExactly("ontap", "netapp", "filer");
  }

  @Test
  void aliasesMayBeOneOrNone() {
    assertThat(PluginNames.of(Map.<String, Object>of("polypath.plugin.name", "tur")::get))
        .containsExactly("tur");
    assertThat(
            PluginNames.of(
                Map.<String, Object>of(
                        "polypath.plugin.name", "hds", "polypath.plugin.alias", "hds_modular")
                    ::get))
        .containsExactly("hds", "hds_modular");
  }

  @Test
  void aPluginMayForgetItsName() {
    assertThat(PluginNames.of(name -> null)).containsExactly("");
  }
}
