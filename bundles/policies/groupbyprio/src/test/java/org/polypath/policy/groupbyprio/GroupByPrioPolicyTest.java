package org.polypath.policy.groupbyprio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.polypath.api.path.DeviceNumber;
import org.polypath.api.path.PathFacts;
import org.polypath.api.path.PathState;
import org.polypath.api.policy.RankedPath;

class GroupByPrioPolicyTest {
  @Test
  void pathsOfOnePriorityAreAGroupInFirstSeenOrder() {
    RankedPath sda = path("sda", OptionalInt.of(10));
    RankedPath sdb = path("sdb", OptionalInt.of(50));
    RankedPath sdc = path("sdc", OptionalInt.of(10));
    RankedPath sdd = path("sdd", OptionalInt.of(50));

    assertThat(new GroupByPrioPolicy().group(List.of(sda, sdb, sdc, sdd)))
        .containsExactly(List.of(sda, sdc), List.of(sdb, sdd));
  }

  @Test
  void pathsWithoutAPriorityAreAGroup() {
    RankedPath sda = path("sda", OptionalInt.empty());
    RankedPath sdb = path("sdb", OptionalInt.of(0));
    RankedPath sdc = path("sdc", OptionalInt.empty());

    assertThat(new GroupByPrioPolicy().group(List.of(sda, sdb, sdc)))
        .containsExactly(List.of(sda, sdc), List.of(sdb));
  }

  private static RankedPath path(String name, OptionalInt priority) {
    return new RankedPath(
        PathFacts.named(name, new DeviceNumber(8, 0)).build(), PathState.UP, priority);
  }
}
