package org.polypath.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.polypath.api.topology.Reason;
import org.polypath.core.event.Event;

/** Plug-ins of every kind come and go while the platform runs. */
class PluginsChangeTest {
  private final FakeHost host = new FakeHost();

  @BeforeEach
  void oneDiskOverTwoPaths() {
    host.path("sda", 0, "3600a", 50);
    host.path("sdb", 16, "3600a", 10);
    host.start();
  }

  @Test
  void theirSettingsAreInForceAtOnce() {
    host.configuration = host.configuration.withPolicy("multibus");
    host.tell(new Event.PluginsChanged());
    host.runFor(0);
    assertThat(host.topology().busy()).isTrue();
    host.runFor(1_000);
    assertThat(host.topology().busy()).isFalse();
    assertThat(host.topology().map("mpatha").orElseThrow().groups()).hasSize(1);
  }

  @Test
  void aMapThatTheyDoNotConcernIsNotLoadedAgain() {
    host.tell(new Event.PluginsChanged());
    host.runFor(10_000);
    assertThat(host.topology().busy()).isFalse();
    assertThat(host.kernel.only().loads).isEqualTo(1);
  }

  @Test
  void aMapStandsWhileItsPolicyIsAwayAndThatIsSaidOnce() {
    host.configuration = host.configuration.withPolicy("acme_zones");
    host.tell(new Event.PluginsChanged());
    host.runFor(1_000);
    int loads = host.kernel.only().loads;

    host.withoutPolicies = true;
    host.tell(new Event.PluginsChanged());
    host.runFor(60_000);
    assertThat(host.kernel.only().loads).isEqualTo(loads);
    assertThat(host.topology().map("mpatha").orElseThrow().reasons())
        .filteredOn(reason -> reason.decision().equals("map left as it is"))
        .extracting(Reason::because)
        .containsExactly("there is no path_grouping_policy \"acme_zones\" now");

    host.withoutPolicies = false;
    host.configuration = host.configuration.withPolicy("multibus");
    host.tell(new Event.PluginsChanged());
    host.runFor(10_000);
    assertThat(host.topology().map("mpatha").orElseThrow().groups()).hasSize(1);
  }

  @Test
  void aPathWithoutPrioritizerSaysSoOnceAndIsRankedWhenItComes() {
    host.unrankable = "sda";
    host.devices.get("sda").priority = 99;
    host.runFor(120_000);
    assertThat(host.topology().path("sda").orElseThrow().reasons())
        .filteredOn(reason -> reason.decision().startsWith("priority kept"))
        .hasSize(1);
    assertThat(host.topology().path("sda").orElseThrow().priority()).hasValue(50);

    host.unrankable = "";
    host.tell(new Event.PluginsChanged());
    host.runFor(200);
    assertThat(host.topology().path("sda").orElseThrow().priority()).hasValue(99);
  }
}
