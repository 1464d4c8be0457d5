package org.polypath.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.polypath.api.map.MapOutcome;
import org.polypath.api.path.Wwid;
import org.polypath.core.effect.Effect;
import org.polypath.core.event.Event;

/** Maps that cannot be made. */
class CreationTest {
  private final FakeHost host = new FakeHost();

  @Test
  void aMapThatCannotBeMadeIsNotedOnceAndWhenItIsMadeThatToo() {
    host.path("sda", 0, "3600a", 50);
    host.kernel.refusals.put("Create", new MapOutcome.Refused(MapOutcome.Refusal.BUSY, "in use"));
    host.start().runFor(60_000);
    assertThat(host.creations).containsExactly(new Effect.NoteCreation(new Wwid("3600a"), false));

    host.kernel.refusals.clear();
    host.runFor(600_000);
    assertThat(host.creations)
        .containsExactly(
            new Effect.NoteCreation(new Wwid("3600a"), false),
            new Effect.NoteCreation(new Wwid("3600a"), true));
  }

  @Test
  void aMapWhoseNameAnotherDeviceHasGotMeanwhileIsCalledByItsWwid() {
    host.configuration = host.configuration.withAlias("data");
    host.start();
    host.kernel.others.add("data");
    host.tell(new Event.PathFound(host.path("sda", 0, "3600a", 50).facts));
    host.runFor(30_000);
    assertThat(host.kernel.maps).containsOnlyKeys("3600a");
  }
}
