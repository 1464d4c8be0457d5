package org.polypath.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.polypath.api.map.MapOutcome;
import org.polypath.api.path.Wwid;
import org.polypath.api.settings.FindMultipaths;
import org.polypath.core.effect.Effect;
import org.polypath.core.event.Event;

/** Which disks become maps: by the mode, by their paths, and by whether they were maps before. */
class FindMultipathsTest {
  private static final Wwid WWID = new Wwid("3600a");

  private final FakeHost host = new FakeHost();

  @ParameterizedTest(name = "{0}, {1} paths, was a map before: {2}")
  @CsvSource({
    "OFF, 1, false, true",
    "OFF, 1, true, true",
    "OFF, 2, false, true",
    "OFF, 2, true, true",
    "ON, 1, false, false",
    "ON, 1, true, true",
    "ON, 2, false, true",
    "ON, 2, true, true",
    "GREEDY, 1, false, true",
    "GREEDY, 1, true, true",
    "GREEDY, 2, false, true",
    "GREEDY, 2, true, true",
    "STRICT, 1, false, false",
    "STRICT, 1, true, true",
    "STRICT, 2, false, false",
    "STRICT, 2, true, true",
    "SMART, 1, false, false",
    "SMART, 1, true, true",
    "SMART, 2, false, true",
    "SMART, 2, true, true"
  })
  void theModeDecides(FindMultipaths mode, int paths, boolean known, boolean becomesMap) {
    disk(mode, paths, known);
    host.start();

    assertThat(host.kernel.maps).hasSize(becomesMap ? 1 : 0);
    assertThat(host.remembered.contains(WWID)).as("remembered").isEqualTo(known || becomesMap);
  }

  /** Its marker keeps udev's rules away from such a disk; the daemon goes on trying. */
  @ParameterizedTest(name = "{0}, {1} paths, was a map before: {2}")
  @CsvSource({
    "OFF, 1, false, true",
    "OFF, 2, true, true",
    "ON, 1, false, false",
    "ON, 1, true, true",
    "ON, 2, false, true",
    "GREEDY, 1, false, true",
    "GREEDY, 2, true, true",
    "STRICT, 1, true, true",
    "STRICT, 2, false, false",
    "STRICT, 2, true, true",
    "SMART, 1, false, false",
    "SMART, 1, true, true",
    "SMART, 2, false, true"
  })
  void aMapThatCouldNotBeMadeIsWantedAllTheSame(
      FindMultipaths mode, int paths, boolean known, boolean wanted) {
    disk(mode, paths, known);
    host.kernel.refusals.put("Create", new MapOutcome.Refused(MapOutcome.Refusal.BUSY, "in use"));
    host.start().runFor(60_000);
    assertThat(host.creations.contains(new Effect.NoteCreation(WWID, false)))
        .as("marked as failed")
        .isEqualTo(wanted);

    host.kernel.refusals.clear();
    host.runFor(600_000);
    assertThat(host.kernel.maps).hasSize(wanted ? 1 : 0);
    assertThat(host.creations.contains(new Effect.NoteCreation(WWID, true)))
        .as("marked no longer")
        .isEqualTo(wanted);
  }

  @Test
  void aMapThatIsThereStaysThoughTheModeWouldNotMakeIt() {
    disk(FindMultipaths.ON, 2, false);
    host.start();
    host.tell(new Event.PathLost("sdb"));
    host.runFor(60_000);

    assertThat(host.kernel.only().table.groups())
        .singleElement()
        .satisfies(group -> assertThat(group.paths()).hasSize(1));
  }

  @Test
  void theSecondPathMakesAMapOfADiskThatWasNone() {
    disk(FindMultipaths.SMART, 1, false);
    host.start();
    assertThat(host.kernel.maps).isEmpty();

    host.tell(new Event.PathFound(host.path("sdb", 16, "3600a", 50).facts));
    host.runFor(10_000);
    assertThat(host.kernel.maps).hasSize(1);
  }

  /** As the initial RAM disk makes one, of whose files nothing is left. */
  @Test
  void aMapThatAnotherProgramMadeIsMadeAgainWhenItsPathsAreBack() {
    disk(FindMultipaths.OFF, 1, false);
    host.start();
    host.remembered.clear();
    host.configuration = host.configuration.with(FindMultipaths.STRICT);
    host.restart();
    host.runFor(10_000);
    assertThat(host.remembered).containsExactly(WWID);
    host.devices.clear();
    host.tell(new Event.PathLost("sda"));
    host.runFor(10_000);
    assertThat(host.kernel.maps).isEmpty();
    host.tell(new Event.PathFound(host.path("sda", 0, WWID.text(), 50).facts));
    host.runFor(10_000);
    assertThat(host.kernel.maps).hasSize(1);
  }

  private void disk(FindMultipaths mode, int paths, boolean known) {
    for (int path = 0; path < paths; path++) {
      host.path("sd" + (char) ('a' + path), 16 * path, WWID.text(), 50);
    }
    host.configuration = host.configuration.with(mode);
    if (known) {
      host.remembered.add(WWID);
    }
  }
}
