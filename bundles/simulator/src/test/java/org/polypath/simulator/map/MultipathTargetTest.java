package org.polypath.simulator.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.polypath.api.map.MapOperation;
import org.polypath.api.map.MapOutcome;
import org.polypath.api.map.MapOutcome.Refusal;
import org.polypath.api.map.MultipathStatus;
import org.polypath.api.map.UdevHints;
import org.polypath.simulator.Fault;
import org.polypath.simulator.san.BlockResult;

/**
 * What the multipath target does, step by step as kernel 6.1 did it on scsi_debug: the status texts
 * are what {@code dmsetup status} printed there.
 */
class MultipathTargetTest {
  private final Bench bench = new Bench();

  @BeforeEach
  void createMap() {
    assertThat(bench.create("a", Bench.TWO_GROUPS)).isEqualTo(new MapOutcome.Done());
  }

  private void expect(String status, long events) {
    assertThat(bench.status()).isEqualTo(status);
    assertThat(MultipathStatus.parse(status)).contains(bench.map().status());
    assertThat(bench.events()).isEqualTo(events);
  }

  private void send(String... messages) {
    for (String message : messages) {
      assertThat(bench.message(message)).as(message).isEqualTo(new MapOutcome.Done());
    }
  }

  @Test
  void firstRequestMakesTheInitialGroupActive() {
    expect("2 1 0 0 2 1 E 0 2 2 8:0 A 0 0 1 8:16 A 0 0 1 E 0 2 2 8:32 A 0 0 1 8:48 A 0 0 1", 0);
    assertThat(bench.read()).isTrue();
    expect("2 0 0 0 2 1 A 0 2 2 8:0 A 0 0 1 8:16 A 0 0 1 E 0 2 2 8:32 A 0 0 1 8:48 A 0 0 1", 0);
  }

  @Test
  void pathIsFailedAndReinstatedOnceHoweverOftenItIsSaid() {
    bench.read();
    send("fail_path 8:0");
    expect("2 0 0 0 2 1 A 0 2 2 8:0 F 1 0 1 8:16 A 0 0 1 E 0 2 2 8:32 A 0 0 1 8:48 A 0 0 1", 1);
    send("fail_path 8:0");
    expect("2 0 0 0 2 1 A 0 2 2 8:0 F 1 0 1 8:16 A 0 0 1 E 0 2 2 8:32 A 0 0 1 8:48 A 0 0 1", 1);
    send("reinstate_path 8:0", "Reinstate_Path 8:0");
    expect("2 0 0 0 2 1 A 0 2 2 8:0 A 1 0 1 8:16 A 0 0 1 E 0 2 2 8:32 A 0 0 1 8:48 A 0 0 1", 2);
  }

  @Test
  void groupWithoutPathsGivesWayToTheNextAndDoesNotComeBackByItself() {
    bench.read();
    send("fail_path 8:0", "fail_path 8:16");
    expect("2 0 0 0 2 1 A 0 2 2 8:0 F 1 0 1 8:16 F 1 0 1 E 0 2 2 8:32 A 0 0 1 8:48 A 0 0 1", 2);
    assertThat(bench.read()).isTrue();
    expect("2 0 0 0 2 2 E 0 2 2 8:0 F 1 0 1 8:16 F 1 0 1 A 0 2 2 8:32 A 0 0 1 8:48 A 0 0 1", 2);
    send("reinstate_path 8:0");
    assertThat(bench.read()).isTrue();
    expect("2 0 0 0 2 2 E 0 2 2 8:0 A 1 0 1 8:16 F 1 0 1 A 0 2 2 8:32 A 0 0 1 8:48 A 0 0 1", 3);
    send("switch_group 1");
    expect("2 0 0 0 2 1 E 0 2 2 8:0 A 1 0 1 8:16 F 1 0 1 E 0 2 2 8:32 A 0 0 1 8:48 A 0 0 1", 4);
    assertThat(bench.read()).isTrue();
    expect("2 0 0 0 2 1 A 0 2 2 8:0 A 1 0 1 8:16 F 1 0 1 E 0 2 2 8:32 A 0 0 1 8:48 A 0 0 1", 4);
  }

  @Test
  void bypassedGroupsAreUsedLast() {
    bench.read();
    send("disable_group 1");
    expect("2 0 0 0 2 1 D 0 2 2 8:0 A 0 0 1 8:16 A 0 0 1 E 0 2 2 8:32 A 0 0 1 8:48 A 0 0 1", 1);
    assertThat(bench.read()).isTrue();
    expect("2 0 0 0 2 2 D 0 2 2 8:0 A 0 0 1 8:16 A 0 0 1 A 0 2 2 8:32 A 0 0 1 8:48 A 0 0 1", 1);
    send("disable_group 2");
    assertThat(bench.read()).isTrue();
    expect("2 0 0 0 2 1 D 0 2 2 8:0 A 0 0 1 8:16 A 0 0 1 D 0 2 2 8:32 A 0 0 1 8:48 A 0 0 1", 2);
    send("enable_group 1");
    assertThat(bench.read()).isTrue();
    expect("2 0 0 0 2 1 A 0 2 2 8:0 A 0 0 1 8:16 A 0 0 1 D 0 2 2 8:32 A 0 0 1 8:48 A 0 0 1", 3);
    send("switch_group 2");
    expect("2 0 0 0 2 2 E 0 2 2 8:0 A 0 0 1 8:16 A 0 0 1 E 0 2 2 8:32 A 0 0 1 8:48 A 0 0 1", 4);
  }

  @Test
  void lastPathFailsTheApplication() {
    bench.read();
    send("fail_path 8:0", "fail_path 8:16", "fail_path 8:32", "fail_path 8:48");
    expect("2 0 0 0 2 1 A 0 2 2 8:0 F 1 0 1 8:16 F 1 0 1 E 0 2 2 8:32 F 1 0 1 8:48 F 1 0 1", 4);
    assertThat(bench.read()).isFalse();
    expect("2 0 0 0 2 1 E 0 2 2 8:0 F 1 0 1 8:16 F 1 0 1 E 0 2 2 8:32 F 1 0 1 8:48 F 1 0 1", 4);
  }

  @Test
  void queuedRequestWaitsForAPathOrForTheEndOfQueueing() {
    send("fail_path 8:0", "fail_path 8:16", "fail_path 8:32", "fail_path 8:48");
    send("queue_if_no_path");
    assertThat(bench.map().table().featuresText()).isEqualTo("1 queue_if_no_path");
    List<BlockResult> first = bench.startRead();
    bench.timeline.advance(Duration.ofMinutes(10));
    assertThat(first).isEmpty();
    send("fail_if_no_path");
    assertThat(first).hasOnlyElementsOfType(BlockResult.PathFailed.class).hasSize(1);
    send("queue_if_no_path");
    List<BlockResult> second = bench.startRead();
    send("reinstate_path 8:48");
    bench.timeline.advance(Duration.ofSeconds(1));
    assertThat(second).hasOnlyElementsOfType(BlockResult.Done.class).hasSize(1);
    expect("2 0 0 0 2 2 E 0 2 2 8:0 F 1 0 1 8:16 F 1 0 1 A 0 2 2 8:32 F 1 0 1 8:48 A 1 0 1", 5);
  }

  @Test
  void realFaultFailsOverWithoutAnErrorOfTheApplication() {
    bench.read();
    bench.cut("sda");
    bench.cut("sdb");
    assertThat(bench.read()).isTrue();
    expect("2 0 0 0 2 2 E 0 2 2 8:0 F 1 0 1 8:16 F 1 0 1 A 0 2 2 8:32 A 0 0 1 8:48 A 0 0 1", 2);
    send("reinstate_path 8:0", "switch_group 1");
    assertThat(bench.read()).isTrue();
    expect("2 0 0 0 2 2 E 0 2 2 8:0 F 2 0 1 8:16 F 1 0 1 A 0 2 2 8:32 A 0 0 1 8:48 A 0 0 1", 5);
  }

  @Test
  void deletedDeviceFailsLikeAnyPathAndStaysInTheTable() {
    bench.read();
    bench.san.apply(new Fault.Delete("sda"));
    bench.san.apply(new Fault.Delete("sdb"));
    assertThat(bench.read()).isTrue();
    expect("2 0 0 0 2 2 E 0 2 2 8:0 F 1 0 1 8:16 F 1 0 1 A 0 2 2 8:32 A 0 0 1 8:48 A 0 0 1", 2);
    bench.san.apply(new Fault.Rescan());
    send("reinstate_path 8:0", "switch_group 1");
    assertThat(bench.read()).as("the table holds the old device, not the new one").isTrue();
    expect("2 0 0 0 2 2 E 0 2 2 8:0 F 2 0 1 8:16 F 1 0 1 A 0 2 2 8:32 A 0 0 1 8:48 A 0 0 1", 5);
  }

  @Test
  void messagesThatTheKernelRefuses() {
    assertRefused("switch_group 3", Refusal.INVALID);
    assertRefused("switch_group 0", Refusal.INVALID);
    assertRefused("switch_group x", Refusal.INVALID);
    assertRefused("switch_group", Refusal.INVALID);
    assertRefused("fail_path 8:64", Refusal.PATH_UNAVAILABLE);
    assertRefused("fail_path foo", Refusal.PATH_UNAVAILABLE);
    assertRefused("foo", Refusal.INVALID);
    assertRefused("foo 8:0", Refusal.INVALID);
    assertRefused("fail_path", Refusal.INVALID);
    assertRefused("fail_path 8:0 8:16", Refusal.INVALID);
    assertRefused("queue_if_no_path x", Refusal.INVALID);
    assertThat(bench.events()).isZero();
  }

  @Test
  void pathOfAnotherMapIsRefused() {
    bench.create("b", "0 0 1 1 service-time 0 1 1 8:0 1");
    MapOutcome outcome = bench.perform(new MapOperation.Message("b", "fail_path 8:16"));
    assertThat(outcome)
        .isInstanceOfSatisfying(
            MapOutcome.Refused.class,
            refused -> assertThat(refused.refusal()).isEqualTo(Refusal.INVALID));
  }

  private void assertRefused(String message, Refusal refusal) {
    assertThat(bench.message(message))
        .as(message)
        .isInstanceOfSatisfying(
            MapOutcome.Refused.class, refused -> assertThat(refused.refusal()).isEqualTo(refusal));
  }

  @Test
  void reloadForgetsPathStatesAndKeepsTheEventNumber() {
    bench.read();
    send("fail_path 8:0", "switch_group 2");
    String table =
        "1 queue_if_no_path 0 2 2 service-time 0 2 2 8:0 1 1 8:16 2 3"
            + " service-time 0 2 1 8:32 1 8:48 1";
    MapOutcome outcome =
        bench.perform(new MapOperation.Reload("a", Bench.table(table), false, UdevHints.NONE));
    assertThat(outcome).isEqualTo(new MapOutcome.Done());
    expect("2 1 0 0 2 2 E 0 2 2 8:0 A 0 0 1 8:16 A 0 0 3 E 0 2 2 8:32 A 0 0 1 8:48 A 0 0 1", 2);
    assertThat(bench.map().table().parameters())
        .isEqualTo(
            "1 queue_if_no_path 0 2 2 service-time 0 2 2 8:0 1 1 8:16 1 3"
                + " service-time 0 2 2 8:32 1 1 8:48 1 1");
  }
}
