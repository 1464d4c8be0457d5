package org.polypath.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.polypath.api.map.MapOperation;
import org.polypath.api.platform.Command;
import org.polypath.api.platform.CommandResult;
import org.polypath.api.settings.Setting;
import org.polypath.core.event.Event;

/** Maps are removed by command; one in use is tried again as often as configured or asked. */
class RemovalsTest {
  private final FakeHost host = new FakeHost();

  @BeforeEach
  void twoDisks() {
    host.path("sda", 0, "3600a", 50);
    host.path("sdb", 16, "3600b", 50);
  }

  @Test
  void aMapInUseIsTriedOnceWhereNothingElseIsConfigured() {
    host.start();
    open("mpatha", 1);
    assertThat(host.answer(new Command.RemoveMap("mpatha")).text())
        .isEqualTo("map or partition in use");
    assertThat(tries()).isEqualTo(1);
  }

  @Test
  void aMapInUseIsTriedAgainASecondApartAsOftenAsConfigured() {
    retries(3);
    host.start();
    open("mpatha", 1);
    long command = host.give(new Command.RemoveMap("mpatha"));
    host.runFor(2_900);
    assertThat(tries()).isEqualTo(3);
    assertThat(host.answers).doesNotContainKey(command);
    host.runFor(300);
    assertThat(host.answers.get(command))
        .isEqualTo(CommandResult.failed("map or partition in use"));
    host.runFor(10_000);
    assertThat(tries()).isEqualTo(4);
    assertThat(host.kernel.maps).containsKey("mpatha");
  }

  @Test
  void aMapThatIsLetGoMeanwhileIsRemovedAndStaysAway() {
    retries(5);
    host.start();
    open("mpatha", 1);
    long command = host.give(new Command.RemoveMap("mpatha"));
    host.runFor(1_500);
    open("mpatha", 0);
    host.runFor(1_000);
    assertThat(host.answers.get(command)).isEqualTo(CommandResult.OK);
    host.runFor(60_000);
    assertThat(host.kernel.maps).containsOnlyKeys("mpathb");
  }

  @Test
  void aMapThatAnotherProgramRemovesMeanwhileIsRemoved() {
    retries(5);
    host.start();
    open("mpatha", 1);
    long command = host.give(new Command.RemoveMap("mpatha"));
    host.runFor(500);
    host.kernel.maps.remove("mpatha");
    host.devices.remove("sda");
    host.tell(new Event.PathLost("sda"));
    host.tell(new Event.MapStirred("mpatha"));
    host.runFor(3_000);
    assertThat(host.answers.get(command)).isEqualTo(CommandResult.OK);
  }

  @Test
  void whatIsAskedForCountsMoreThanWhatIsConfigured() {
    retries(5);
    host.start();
    open("mpatha", 1);
    assertThat(host.answer(new Command.RemoveMap("mpatha", OptionalInt.of(0))).succeeded())
        .isFalse();
    assertThat(tries()).isEqualTo(1);
  }

  @Test
  void ofAllMapsThoseInUseAreTriedAgain() {
    retries(2);
    host.start();
    open("mpatha", 1);
    long command = host.give(new Command.RemoveMaps());
    host.runFor(500);
    assertThat(host.kernel.maps).containsOnlyKeys("mpatha");
    assertThat(host.answers).doesNotContainKey(command);
    host.runFor(3_000);
    assertThat(host.answers.get(command)).isEqualTo(CommandResult.failed("map in use: mpatha"));
    assertThat(tries()).isEqualTo(4);
  }

  private void retries(int times) {
    host.configuration =
        host.configuration.forDaemon(daemon -> daemon.removeRetries(Setting.builtIn(times)));
  }

  private void open(String map, int users) {
    host.kernel.maps.get(map).openCount = users;
  }

  private long tries() {
    return host.kernel.log.stream().filter(MapOperation.Remove.class::isInstance).count();
  }
}
