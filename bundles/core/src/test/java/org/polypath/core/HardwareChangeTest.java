package org.polypath.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.polypath.core.event.Event;

/** Plug-ins with hardware entries come and go while the platform runs. */
class HardwareChangeTest {
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
    host.tell(new Event.HardwareChanged());
    host.runFor(0);
    assertThat(host.topology().busy()).isTrue();
    host.runFor(1_000);
    assertThat(host.topology().busy()).isFalse();
    assertThat(host.topology().map("mpatha").orElseThrow().groups()).hasSize(1);
  }

  @Test
  void aMapThatTheyDoNotConcernIsNotLoadedAgain() {
    host.tell(new Event.HardwareChanged());
    host.runFor(10_000);
    assertThat(host.topology().busy()).isFalse();
    assertThat(host.kernel.only().loads).isEqualTo(1);
  }
}
