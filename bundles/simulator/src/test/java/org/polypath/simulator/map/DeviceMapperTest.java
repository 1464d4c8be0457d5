package org.polypath.simulator.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.polypath.api.map.MapOperation;
import org.polypath.api.map.MapOutcome;
import org.polypath.api.map.MapOutcome.Refusal;
import org.polypath.api.map.UdevHints;
import org.polypath.api.path.DeviceNumber;
import org.polypath.simulator.Fault;
import org.polypath.simulator.Part;
import org.polypath.simulator.san.BlockResult;

/** Names, users, suspension and removal of maps, as kernel 6.1 handled them. */
class DeviceMapperTest {
  private static final String QUEUEING = "1 queue_if_no_path 0 1 1 service-time 0 1 1 8:0 1";

  private final Bench bench = new Bench();
  private final List<String> changes = new ArrayList<>();

  @BeforeEach
  void createMap() {
    bench.mapper.add(changes::add);
    assertThat(bench.create("a", Bench.TWO_GROUPS)).isEqualTo(new MapOutcome.Done());
  }

  private void done(MapOperation operation) {
    assertThat(bench.perform(operation)).isEqualTo(new MapOutcome.Done());
  }

  private void refused(MapOutcome outcome, Refusal refusal) {
    assertThat(outcome)
        .isInstanceOfSatisfying(
            MapOutcome.Refused.class, is -> assertThat(is.refusal()).isEqualTo(refusal));
  }

  private MapOperation.Reload reload(String table) {
    return new MapOperation.Reload("a", Bench.table(table), false, UdevHints.NONE);
  }

  @Test
  void mapsGetTheLowestFreeNumbers() {
    bench.create("b", Bench.TWO_GROUPS);
    assertThat(bench.map().kernelName()).isEqualTo("dm-0");
    done(new MapOperation.Remove("a", false));
    bench.create("c", Bench.TWO_GROUPS);
    assertThat(bench.mapper.map("c").orElseThrow().snapshot().number())
        .isEqualTo(new DeviceNumber(253, 0));
  }

  @Test
  void nameAndWwidAreTakenOnce() {
    refused(bench.create("a", Bench.TWO_GROUPS), Refusal.NAME_TAKEN);
    refused(
        bench.perform(
            Bench.wwid("a"),
            new MapOperation.Create("b", Bench.table(Bench.TWO_GROUPS), false, UdevHints.NONE)),
        Refusal.NAME_TAKEN);
    refused(bench.create("x/y", Bench.TWO_GROUPS), Refusal.INVALID);
  }

  @Test
  void renameIsAnEventAndNeedsAFreeName() {
    bench.create("b", Bench.TWO_GROUPS);
    refused(bench.perform(new MapOperation.Rename("a", "b")), Refusal.NAME_TAKEN);
    refused(bench.perform(new MapOperation.Rename("a", "a")), Refusal.NAME_TAKEN);
    done(new MapOperation.Rename("a", "c"));
    assertThat(bench.mapper.map("a")).isEmpty();
    assertThat(bench.mapper.map("c").orElseThrow().snapshot().eventNumber()).isEqualTo(1);
    assertThat(changes).contains("a", "c");
  }

  @Test
  void operationsOnNoMapFindNothing() {
    refused(bench.perform(new MapOperation.Remove("nosuch", false)), Refusal.NOT_FOUND);
    refused(bench.perform(new MapOperation.Message("nosuch", "fail_path 8:0")), Refusal.NOT_FOUND);
  }

  @Test
  void operationsFindTheirMapByItsWwidAndLeaveTheOneThatHasItsNameAlone() {
    bench.create("b", Bench.TWO_GROUPS);
    done(new MapOperation.Rename("a", "c"));
    assertThat(bench.perform(Bench.wwid("b"), new MapOperation.Rename("b", "a")))
        .isEqualTo(new MapOutcome.Done());
    String ofAnother = bench.status();

    done(new MapOperation.Message("a", "fail_path 8:0"));
    done(reload("0 0 1 1 service-time 0 1 1 8:48 1"));

    assertThat(bench.status()).isEqualTo(ofAnother);
    assertThat(bench.mapper.map("c").orElseThrow().snapshot().table().groups()).hasSize(1);
    done(new MapOperation.Remove("a", false));
    assertThat(bench.mapper.maps()).extracting(SimulatedMap::name).containsExactly("a");
    refused(bench.perform(new MapOperation.Remove("a", false)), Refusal.NOT_FOUND);
  }

  @Test
  void openMapIsBusyAndDeferredRemovalWaitsForItsLastUser() {
    SimulatedMap map = bench.mapper.map("a").orElseThrow();
    map.open();
    refused(bench.perform(new MapOperation.Remove("a", false)), Refusal.BUSY);
    done(new MapOperation.Remove("a", true));
    assertThat(bench.map().removalDeferred()).isTrue();
    done(new MapOperation.Message("a", MapOperation.Message.KEEP));
    assertThat(bench.map().removalDeferred()).isFalse();
    map.close();
    assertThat(bench.mapper.map("a")).isPresent();
    map.open();
    done(new MapOperation.Remove("a", true));
    done(reload(Bench.TWO_GROUPS));
    assertThat(bench.map().openCount()).isEqualTo(1);
    map.close();
    assertThat(bench.mapper.map("a")).isEmpty();
  }

  @Test
  void suspendedMapTakesNoMessagesAndHoldsIo() {
    done(new MapOperation.Suspend("a", true));
    done(new MapOperation.Suspend("a", true));
    assertThat(bench.map().suspended()).isTrue();
    refused(bench.message("fail_path 8:0"), Refusal.BUSY);
    List<BlockResult> results = bench.startRead();
    bench.timeline.advance(Duration.ofMinutes(1));
    assertThat(results).isEmpty();
    done(new MapOperation.Resume("a"));
    bench.timeline.advance(Duration.ofSeconds(1));
    assertThat(results).hasOnlyElementsOfType(BlockResult.Done.class).hasSize(1);
  }

  @Test
  void flushingSuspensionHidesQueueingAndKeepsQueuedIo() {
    done(reload(QUEUEING));
    bench.message("fail_path 8:0");
    List<BlockResult> results = bench.startRead();
    done(new MapOperation.Suspend("a", true));
    assertThat(bench.map().table().featuresText()).isEqualTo("0");
    done(new MapOperation.Resume("a"));
    assertThat(bench.map().table().featuresText()).isEqualTo("1 queue_if_no_path");
    done(new MapOperation.Suspend("a", false));
    assertThat(bench.map().table().featuresText()).isEqualTo("1 queue_if_no_path");
    assertThat(results).isEmpty();
    done(reload("1 queue_if_no_path 0 1 1 service-time 0 1 1 8:16 1"));
    bench.timeline.advance(Duration.ofSeconds(1));
    assertThat(results).hasOnlyElementsOfType(BlockResult.Done.class).hasSize(1);
  }

  @Test
  void reloadWaitsForIoOnItsPathsAndLosesNoneThatFailsMeanwhile() {
    done(reload("0 0 1 1 service-time 0 1 1 8:0 1"));
    bench.san.apply(new Fault.Hang(Part.path("sda")));
    List<BlockResult> results = bench.startRead();
    List<MapOutcome> outcomes = new ArrayList<>();
    bench.mapper.perform(
        Bench.wwid("a"), reload("0 0 1 1 service-time 0 1 1 8:16 1"), outcomes::add);
    bench.timeline.advance(Duration.ofSeconds(20));
    assertThat(outcomes).isEmpty();
    bench.timeline.advance(Duration.ofSeconds(20));
    assertThat(outcomes).containsExactly(new MapOutcome.Done());
    assertThat(results).hasOnlyElementsOfType(BlockResult.Done.class).hasSize(1);
  }

  @Test
  void refusedReloadLeavesTheMapAsItWas() {
    bench.message("fail_path 8:0");
    String before = bench.status();
    refused(bench.perform(reload("0 0 1 1 nosuch 0 1 1 8:0 1")), Refusal.INVALID);
    assertThat(bench.status()).isEqualTo(before);
    assertThat(bench.map().suspended()).isFalse();
  }

  @Test
  void everyChangeIsTold() {
    changes.clear();
    bench.message("fail_path 8:0");
    done(new MapOperation.Remove("a", false));
    assertThat(changes).containsExactly("a", "a");
  }
}
